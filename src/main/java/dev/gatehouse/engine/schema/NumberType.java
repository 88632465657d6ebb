package dev.gatehouse.engine.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.function.Function;

/** Numbers with a fraction. */
record NumberType(NumberRange range, Function<BigDecimal, Object> convert) implements JsonType {

  @Override
  public JsonObject schema() {
    return JsonType.typed("number");
  }

  @Override
  public Object read(JsonValue given, ReadContext at) {
    JsonValue value = at.meant(given, TextualJson.NUMBER);
    if (!(value instanceof JsonNumber json)) {
      return at.refuse("a number", value, TextualJson.NUMBER);
    }
    return range.read(json, at).map(convert).orElse(null);
  }
}
