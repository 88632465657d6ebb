package dev.gatehouse.engine.bean;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * That an Optional without a value has nothing to check, so that {@code Optional<@NotBlank String>}
 * may be absent; Jakarta Validation would check null in its place. Found as services.
 */
public final class AbsentOptional implements ValueExtractor<Optional<@ExtractedValue ?>> {

  @Override
  public void extractValues(Optional<?> original, ValueReceiver receiver) {
    original.ifPresent(value -> receiver.value(null, value));
  }

  /** The same of an OptionalInt. */
  @UnwrapByDefault
  public static final class OfInt
      implements ValueExtractor<@ExtractedValue(type = Integer.class) OptionalInt> {
    @Override
    public void extractValues(OptionalInt original, ValueReceiver receiver) {
      original.ifPresent(value -> receiver.value(null, value));
    }
  }

  /** The same of an OptionalLong. */
  @UnwrapByDefault
  public static final class OfLong
      implements ValueExtractor<@ExtractedValue(type = Long.class) OptionalLong> {
    @Override
    public void extractValues(OptionalLong original, ValueReceiver receiver) {
      original.ifPresent(value -> receiver.value(null, value));
    }
  }

  /** The same of an OptionalDouble. */
  @UnwrapByDefault
  public static final class OfDouble
      implements ValueExtractor<@ExtractedValue(type = Double.class) OptionalDouble> {
    @Override
    public void extractValues(OptionalDouble original, ValueReceiver receiver) {
      original.ifPresent(value -> receiver.value(null, value));
    }
  }
}
