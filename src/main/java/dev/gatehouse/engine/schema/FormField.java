package dev.gatehouse.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;

/** A field of a form: its name, whether it must be filled in, and how it is shown. */
record FormField(String name, boolean required, JsonObject schema) {

  /** Notes what only a form demands of the value. */
  void check(JsonObject content, ReadContext at) {
    JsonValue value = content.getOrDefault(name, JsonValue.NULL);
    if (required && value.getValueType() == JsonValue.ValueType.NULL) {
      at.member(name).refuse("is required");
    }
    if (value instanceof JsonArray chosen && new HashSet<>(chosen).size() < chosen.size()) {
      at.member(name).refuse("has a duplicate");
    }
  }
}
