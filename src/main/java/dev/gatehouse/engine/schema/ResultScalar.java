package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A value that is written as a whole: one string, number or boolean, or JSON itself. */
record ResultScalar(JsonObject schema, Form form) implements ResultType {
  /** From a value to JSON. */
  interface Form {
    JsonValue write(Object value, WriteContext at);
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    return form.write(value, at);
  }
}
