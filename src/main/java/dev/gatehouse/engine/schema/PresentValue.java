package dev.gatehouse.engine.schema;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What is there of a value that a tool returned. */
final class PresentValue {
  private PresentValue() {}

  /** The value, or that in an Optional; empty for null and an empty Optional. */
  static Optional<Object> of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(PresentValue::of);
    }
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
    return Optional.ofNullable(value);
  }
}
