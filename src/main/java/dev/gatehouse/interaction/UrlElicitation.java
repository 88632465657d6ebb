package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the user to do something on a web page; accepting says only that the page may be opened. The
 * URL must carry nothing personal and no rights, and the page must check who opens it.
 *
 * @param elicitationId unique; older revisions tell with it that the user is done
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">MCP
 *     elicitation</a>
 */
public record UrlElicitation(String message, URI url, String elicitationId)
    implements InputRequest {
  public UrlElicitation {
    if (message.isBlank() || elicitationId.isBlank()) {
      throw new IllegalArgumentException("A page needs a message and an id");
    }
    if (!String.valueOf(url.getScheme()).matches("(?i)https?")
        || url.getHost() == null
        || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("The page needs an http(s) URL without user info");
    }
  }

  @Override
  public String method() {
    return "elicitation/create";
  }

  @Override
  public JsonObject params() {
    return common().build();
  }

  @Override
  public JsonObject legacyParams() {
    return common().add("elicitationId", elicitationId).build();
  }

  private JsonObjectBuilder common() {
    return Json.createObjectBuilder()
        .add("mode", "url")
        .add("message", message)
        .add("url", url.toString());
  }

  @Override
  public Set<Capability> needs() {
    return Set.of(Capability.ELICITATION_URL);
  }

  @Override
  public Optional<ElicitationResponse> read(JsonObject answer) {
    return ElicitationResponse.Action.in(answer)
        .map(action -> new ElicitationResponse(action, JsonValue.EMPTY_JSON_OBJECT));
  }
}
