package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** {@code boolean} and {@code Boolean}. */
record BooleanType() implements JsonType {

  @Override
  public JsonObject schema() {
    return JsonType.typed("boolean");
  }

  @Override
  public Object read(JsonValue given, ReadContext at) {
    JsonValue value = at.meant(given, TextualJson.BOOLEAN);
    return switch (value.getValueType()) {
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      default -> at.refuse("a boolean", value, TextualJson.BOOLEAN);
    };
  }
}
