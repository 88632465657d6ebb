package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * One named value of a JSON object: an argument of a tool or a component of a record; null is
 * absent. What is hidden is never read from the object.
 */
record Property(
    String name, JsonType type, boolean required, Optional<JsonValue> otherwise, boolean hidden) {

  Object read(JsonObject object, ReadContext outer) {
    JsonValue value = hidden ? JsonValue.NULL : object.getOrDefault(name, JsonValue.NULL);
    if (value.getValueType() != JsonValue.ValueType.NULL) {
      return type.read(value, outer.member(name));
    }
    if (required) {
      return outer.member(name).refuse("is required");
    }
    // Read anew each time: arrays are mutable.
    return otherwise.map(meant -> type.read(meant, outer.member(name))).orElseGet(type::absent);
  }
}
