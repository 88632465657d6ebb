package dev.gatehouse.interaction;

import jakarta.ejb.ApplicationException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends this round of a call with questions; the call runs again from its start with the answers. A
 * tool must not catch it.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">MCP
 *     multi round-trip requests</a>
 */
@ApplicationException(rollback = true)
public final class InputRequiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, InputRequest> open;
  private final transient Map<String, JsonObject> accepted;

  /** Asks for {@code open}; {@code accepted} is what need not be asked for again. */
  public InputRequiredException(Map<String, InputRequest> open, Map<String, JsonObject> accepted) {
    super("The client has to answer first", null, false, false);
    this.open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
    this.accepted = Map.copyOf(accepted);
  }

  /** The questions, in the order of the tool. */
  public Map<String, InputRequest> open() {
    return open;
  }

  /** The answers so far, raw, by key. */
  public Map<String, JsonObject> accepted() {
    return accepted;
  }

  /** The member {@code inputRequests} of the result. */
  public JsonObject inputRequests() {
    var json = Json.createObjectBuilder();
    open.forEach((key, request) -> json.add(key, request.toJson()));
    return json.build();
  }
}
