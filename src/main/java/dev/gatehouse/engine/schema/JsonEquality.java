package dev.gatehouse.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * When two values of JSON are one: numbers by what they are worth, {@code 1.0} as {@code 1.00}.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2">JSON Schema
 *     2020-12, 4.2.2</a>
 */
final class JsonEquality {
  private JsonEquality() {}

  /** What is equal for values that are one. */
  static Object key(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return key(number.bigDecimalValue());
    }
    if (value instanceof JsonArray array) {
      return array.stream().map(JsonEquality::key).toList();
    }
    if (value instanceof JsonObject object) {
      Map<String, Object> members = new HashMap<>();
      object.forEach((name, member) -> members.put(name, key(member)));
      return members;
    }
    return value;
  }

  private static BigDecimal key(BigDecimal number) {
    try {
      return number.stripTrailingZeros();
    } catch (ArithmeticException e) {
      // Its exponent is at the limit, where no Java number is read from it.
      return number;
    }
  }
}
