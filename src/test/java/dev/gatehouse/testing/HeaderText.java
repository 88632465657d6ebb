package dev.gatehouse.testing;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Names and arguments as headers repeat them. */
final class HeaderText {
  private HeaderText() {}

  /** As it is if that is visible ASCII, else in Base64. */
  static String of(String text) {
    return text.matches("[!-~]([ -~]*[!-~])?") && !text.startsWith("=?")
        ? text
        : "=?base64?"
            + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }

  /** A header for each argument whose schema asks for one. */
  static Map<String, String> of(JsonObject inputSchema, JsonObject arguments) {
    Map<String, String> headers = new HashMap<>();
    inputSchema
        .getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
        .asJsonObject()
        .forEach(
            (name, schema) -> {
              JsonValue value = arguments.getOrDefault(name, JsonValue.NULL);
              if (schema instanceof JsonObject described
                  && described.get("x-mcp-header") instanceof JsonString header
                  && value != JsonValue.NULL) {
                headers.put("Mcp-Param-" + header.getString(), of(text(value)));
              }
            });
    return headers;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
