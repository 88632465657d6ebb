package dev.gatehouse.interaction;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/**
 * Asks which directories the user works in. Deprecated by the protocol since 2026-07-28.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/roots">MCP
 *     roots</a>
 */
public record RootsRequest() implements InputRequest {

  @Override
  public String method() {
    return "roots/list";
  }

  @Override
  public JsonObject params() {
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  @Override
  public Set<Capability> needs() {
    return Set.of(Capability.ROOTS);
  }

  @Override
  public Optional<RootsResponse> read(JsonObject answer) {
    return RootsResponse.of(answer);
  }
}
