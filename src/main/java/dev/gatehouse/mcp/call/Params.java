package dev.gatehouse.mcp.call;

import dev.gatehouse.jsonrpc.JsonRpcError;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Members of {@code params}; what does not fit is an error of the method, HTTP 200. */
public final class Params {
  private Params() {}

  public static McpException invalid(String message) {
    return McpException.inBand(new JsonRpcError(JsonRpcError.INVALID_PARAMS, message));
  }

  public static String text(JsonObject params, String member) {
    if (params.get(member) instanceof JsonString text) {
      return text.getString();
    }
    throw invalid("params." + member + " must be a string");
  }

  /** An object; empty when absent. */
  public static JsonObject object(JsonObject params, String member) {
    if (params.getOrDefault(member, JsonValue.EMPTY_JSON_OBJECT) instanceof JsonObject object) {
      return object;
    }
    throw invalid("params." + member + " must be an object");
  }

  /** An object of strings; empty when absent. */
  public static Map<String, String> texts(JsonObject params, String member) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(params, member)
        .forEach(
            (name, value) -> {
              if (value instanceof JsonString text) {
                texts.put(name, text.getString());
              } else if (!value.equals(JsonValue.NULL)) {
                throw invalid(
                    "params." + member + "." + McpException.brief(name) + " must be a string");
              }
            });
    return texts;
  }

  /** {@code _meta.progressToken}, if it is a string or an integer. */
  public static Optional<JsonValue> progressToken(JsonObject params) {
    return params.get("_meta") instanceof JsonObject meta
        ? Optional.ofNullable(meta.get("progressToken"))
            .filter(
                token ->
                    token instanceof JsonString
                        || token instanceof JsonNumber number && number.isIntegral())
        : Optional.empty();
  }
}
