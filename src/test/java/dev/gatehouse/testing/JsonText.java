package dev.gatehouse.testing;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.lang.reflect.Type;

/** Values of Java as JSON, and back, as JSON-B has it. */
final class JsonText {
  private static final Jsonb JSONB = JsonbBuilder.create();

  private JsonText() {}

  static JsonValue of(Object value) {
    return value instanceof JsonValue json ? json : parse(JSONB.toJson(value));
  }

  static JsonValue parse(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  static <T> T as(JsonValue json, Type type) {
    return JSONB.fromJson(json.toString(), type);
  }
}
