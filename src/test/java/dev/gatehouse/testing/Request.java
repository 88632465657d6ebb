package dev.gatehouse.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * What a client asks for, in either era.
 *
 * @param headers that repeat arguments
 */
record Request(String method, JsonObject params, Map<String, String> headers) {
  private static final String PROTOCOL = "io.modelcontextprotocol/";

  Request(String method, JsonObject params) {
    this(method, params, Map.of());
  }

  /** The message, whose client follows its progress. */
  JsonObject message(Map<String, JsonValue> meta, JsonObject more) {
    JsonObjectBuilder about = Json.createObjectBuilder().add("progressToken", 1);
    meta.forEach((name, value) -> about.add(PROTOCOL + name, value));
    return message(
        1,
        method,
        Json.createObjectBuilder(params)
            .addAll(Json.createObjectBuilder(more))
            .add("_meta", about)
            .build());
  }

  static JsonObject message(int id, String method, JsonObject params) {
    return Json.createObjectBuilder(notification(method))
        .add("id", id)
        .add("params", params)
        .build();
  }

  static JsonObject notification(String method) {
    return Json.createObjectBuilder().add("jsonrpc", "2.0").add("method", method).build();
  }
}
