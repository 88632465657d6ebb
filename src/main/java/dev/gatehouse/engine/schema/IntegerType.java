package dev.gatehouse.engine.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.function.Function;

/** Whole numbers; {@code 1.0} is one, as JSON Schema has it. */
record IntegerType(NumberRange range, Function<BigDecimal, Object> convert) implements JsonType {

  @Override
  public JsonObject schema() {
    return JsonType.typed("integer");
  }

  @Override
  public Object read(JsonValue given, ReadContext at) {
    JsonValue value = at.meant(given, TextualJson.NUMBER);
    if (!(value instanceof JsonNumber json)) {
      return at.refuse("an integer", value, TextualJson.NUMBER);
    }
    return range.read(json, at).map(number -> whole(number, at)).orElse(null);
  }

  private Object whole(BigDecimal number, ReadContext at) {
    boolean whole = number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
    return whole ? convert.apply(number) : at.refuse("must be an integer");
  }
}
