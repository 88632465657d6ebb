package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** What Bean Validation says about a number; of several bounds the narrowest. */
final class NumberConstraints {
  private final TypeUsage place;
  private final Map<String, BigDecimal> bounds = new LinkedHashMap<>();

  private NumberConstraints(TypeUsage place) {
    this.place = place;
  }

  static void of(TypeUsage place, BiConsumer<String, JsonValue> keyword) {
    NumberConstraints constraints = new NumberConstraints(place);
    constraints.limits();
    constraints.signs();
    constraints.each(Digits.class, Digits::groups, constraints::digits);
    constraints.bounds.forEach((name, value) -> keyword.accept(name, Json.createValue(value)));
  }

  private void limits() {
    each(Min.class, Min::groups, c -> least("minimum", BigDecimal.valueOf(c.value())));
    each(Max.class, Max::groups, c -> most("maximum", BigDecimal.valueOf(c.value())));
    each(
        DecimalMin.class,
        DecimalMin::groups,
        c -> least(c.inclusive() ? "minimum" : "exclusiveMinimum", new BigDecimal(c.value())));
    each(
        DecimalMax.class,
        DecimalMax::groups,
        c -> most(c.inclusive() ? "maximum" : "exclusiveMaximum", new BigDecimal(c.value())));
  }

  private void signs() {
    each(Positive.class, Positive::groups, c -> least("exclusiveMinimum", BigDecimal.ZERO));
    each(PositiveOrZero.class, PositiveOrZero::groups, c -> least("minimum", BigDecimal.ZERO));
    each(Negative.class, Negative::groups, c -> most("exclusiveMaximum", BigDecimal.ZERO));
    each(NegativeOrZero.class, NegativeOrZero::groups, c -> most("maximum", BigDecimal.ZERO));
  }

  private void digits(Digits digits) {
    BigDecimal tooLong = new BigDecimal("1E" + digits.integer());
    least("exclusiveMinimum", new BigDecimal(tooLong.negate().toPlainString()));
    most("exclusiveMaximum", new BigDecimal(tooLong.toPlainString()));
    bounds.put("multipleOf", BigDecimal.ONE.movePointLeft(digits.fraction()));
  }

  private void least(String keyword, BigDecimal value) {
    bounds.merge(keyword, value, BigDecimal::max);
  }

  private void most(String keyword, BigDecimal value) {
    bounds.merge(keyword, value, BigDecimal::min);
  }

  private <A extends Annotation> void each(
      Class<A> type, Function<A, Class<?>[]> groups, Consumer<A> describe) {
    Constraints.all(place, type, groups).forEach(describe);
  }
}
