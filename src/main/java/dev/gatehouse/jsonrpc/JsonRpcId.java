package dev.gatehouse.jsonrpc;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The id of a request: a string or an integer, echoed with the JSON type it came with.
 *
 * @see <a href="https://www.jsonrpc.org/specification#request_object">JSON-RPC 2.0, 4</a>
 */
public record JsonRpcId(JsonValue value) {

  /** Refuses what is neither a string nor an integer, or could not be echoed in UTF-8. */
  public JsonRpcId {
    if (!isUsable(value)) {
      throw new IllegalArgumentException("An id is a string or an integer");
    }
  }

  /** Empty for what is no id. */
  public static Optional<JsonRpcId> of(JsonValue value) {
    return isUsable(value) ? Optional.of(new JsonRpcId(value)) : Optional.empty();
  }

  private static boolean isUsable(JsonValue value) {
    return value instanceof JsonString text
        ? StandardCharsets.UTF_8.newEncoder().canEncode(text.getString())
        : value instanceof JsonNumber number && number.isIntegral();
  }
}
