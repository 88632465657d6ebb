package dev.gatehouse.engine.schema;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The numbers that a Java type can hold. The outermost bounds keep arithmetic on {@code 1e1000000}
 * out of the tools.
 */
record NumberRange(BigDecimal least, BigDecimal greatest) {
  private static final int MAX_BITS = 4096;
  private static final int MAX_SCALE = 1000;

  static final NumberRange ANY = upTo("1E+1000");

  static NumberRange of(long least, long greatest) {
    return new NumberRange(BigDecimal.valueOf(least), BigDecimal.valueOf(greatest));
  }

  static NumberRange upTo(String greatest) {
    return new NumberRange(new BigDecimal("-" + greatest), new BigDecimal(greatest));
  }

  /** The number, or nothing after noting why not. */
  Optional<BigDecimal> read(JsonNumber json, ReadContext at) {
    BigDecimal number = json.bigDecimalValue();
    if (number.compareTo(least) < 0 || number.compareTo(greatest) > 0) {
      at.refuse("must be between " + least + " and " + greatest);
    } else if (number.scale() > MAX_SCALE || number.unscaledValue().bitLength() > MAX_BITS) {
      at.refuse("has too many digits");
    } else {
      return Optional.of(number);
    }
    return Optional.empty();
  }
}
