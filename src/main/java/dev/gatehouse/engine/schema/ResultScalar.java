package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.function.Function;

/** A value that is written as a whole: one string, number or boolean, or JSON itself. */
record ResultScalar(JsonObject schema, Form form) implements ResultType {
  /** From a value to JSON. */
  interface Form {
    JsonValue write(Object value, WriteContext at);
  }

  static ResultType text(JsonObject schema, Function<Object, String> text) {
    return new ResultScalar(schema, (value, at) -> Json.createValue(text.apply(value)));
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    return form.write(value, at);
  }
}
