package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/** A field for a number, whole or not. */
public final class NumberField extends FormField<NumberField> {
  // A short text such as 1e999999999 can be a number that no memory holds.
  private static final int MAX_DIGITS = 400;

  NumberField(JsonObject keywords) {
    super(keywords);
  }

  /** The least value. */
  public NumberField minimum(BigDecimal least) {
    return with("minimum", Json.createValue(least));
  }

  /** The least value. */
  public NumberField minimum(long least) {
    return with("minimum", Json.createValue(least));
  }

  /** The greatest value. */
  public NumberField maximum(BigDecimal greatest) {
    return with("maximum", Json.createValue(greatest));
  }

  /** The greatest value. */
  public NumberField maximum(long greatest) {
    return with("maximum", Json.createValue(greatest));
  }

  /** What the form shows at first; must fit. */
  public NumberField defaultValue(BigDecimal number) {
    return with("default", Json.createValue(number));
  }

  /** What the form shows at first; must fit. */
  public NumberField defaultValue(long number) {
    return with("default", Json.createValue(number));
  }

  @Override
  NumberField copy(JsonObject changed) {
    return new NumberField(changed);
  }

  @Override
  Optional<String> problem(JsonValue value) {
    if (!(value instanceof JsonNumber json)) {
      return Optional.of("must be a number");
    }
    BigDecimal number = json.bigDecimalValue();
    if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
      return Optional.of("has too many digits");
    }
    if (toJson().getString("type").equals("integer") && number.stripTrailingZeros().scale() > 0) {
      return Optional.of("must be a whole number");
    }
    if (bound("minimum").filter(least -> number.compareTo(least) < 0).isPresent()) {
      return Optional.of("is too small");
    }
    return unless(
        bound("maximum").filter(greatest -> number.compareTo(greatest) > 0).isEmpty(),
        "is too large");
  }

  private Optional<BigDecimal> bound(String keyword) {
    return Optional.ofNullable(toJson().getJsonNumber(keyword)).map(JsonNumber::bigDecimalValue);
  }
}
