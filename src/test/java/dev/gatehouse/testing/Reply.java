package dev.gatehouse.testing;

import dev.gatehouse.mcp.call.McpResponse;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came back for one message.
 *
 * @param body a JSON-RPC answer; empty for what asks for none, and for what was refused
 * @param session that began
 * @param needed the scopes that the 403 names
 */
record Reply(Optional<JsonObject> body, Optional<String> session, Optional<Set<String>> needed) {
  private static final String DENIED = "Required scope: ";

  static Reply of(McpResponse.Immediate now) {
    return new Reply(now.body().map(JsonValue::asJsonObject), now.session(), Optional.empty());
  }

  /** The last message of a stream; its status has left already, so that a refusal is told in it. */
  static Reply of(JsonObject answer) {
    return answer.get("error") instanceof JsonObject error
            && error.get("code") instanceof JsonNumber code
            && code.intValue() == 403
            && error.getString("message").startsWith(DENIED)
        ? refused(Set.copyOf(scopes(error.getString("message"))))
        : new Reply(Optional.of(answer), Optional.empty(), Optional.empty());
  }

  private static List<String> scopes(String message) {
    return Arrays.asList(message.substring(DENIED.length()).split(" "));
  }

  static Reply refused(Set<String> needed) {
    return new Reply(Optional.empty(), Optional.empty(), Optional.of(needed));
  }

  Optional<JsonObject> result() {
    return body.map(answer -> answer.get("result"))
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject);
  }

  Optional<ProtocolError> error() {
    return body.map(answer -> answer.get("error"))
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .map(error -> new ProtocolError(error.getInt("code"), error.getString("message")));
  }
}
