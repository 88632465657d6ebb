package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** What no schema describes: a value is written as its own class has it. */
record ResultAny() implements ResultType {
  @Override
  public JsonObject schema() {
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    return at.byClass(value);
  }
}
