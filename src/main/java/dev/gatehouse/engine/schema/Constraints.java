package dev.gatehouse.engine.schema;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What Bean Validation says about a place, in the words of JSON Schema. Described here, enforced by
 * Jakarta Validation at the call; constraints of groups other than the default one are not enforced
 * there and so not described.
 */
final class Constraints {
  private final TypeUsage place;
  private final Map<String, JsonValue> keywords = new LinkedHashMap<>();

  private Constraints(TypeUsage place) {
    this.place = place;
  }

  static boolean notNull(TypeUsage place) {
    boolean[] found = {false};
    Constraints constraints = new Constraints(place);
    constraints.each(NotNull.class, NotNull::groups, c -> found[0] = true);
    constraints.each(NotBlank.class, NotBlank::groups, c -> found[0] = true);
    constraints.each(NotEmpty.class, NotEmpty::groups, c -> found[0] = true);
    return found[0];
  }

  /** The keywords to add to {@code schema}, which the type alone gives. */
  static JsonObject keywords(TypeUsage place, JsonObject schema) {
    Constraints constraints = new Constraints(place);
    switch (schema.getString("type", "")) {
      case "string" -> constraints.text();
      case "array" -> constraints.items(schema);
      case "object" -> constraints.size("minProperties", "maxProperties");
      case "integer", "number" -> constraints.number();
      default -> {}
    }
    JsonObjectBuilder keywords = Json.createObjectBuilder();
    constraints.keywords.forEach(keywords::add);
    return keywords.build();
  }

  private void text() {
    size("minLength", "maxLength");
    each(NotBlank.class, NotBlank::groups, c -> atLeast("minLength", 1));
    each(Email.class, Email::groups, c -> put("format", Json.createValue("email")));
    each(Pattern.class, Pattern::groups, this::pattern);
  }

  private void items(JsonObject schema) {
    size("minItems", "maxItems");
    // The author may allow fewer than the type does, never more.
    if (keywords.get("maxItems") instanceof JsonNumber most
        && schema.getInt("maxItems", Integer.MAX_VALUE) < most.intValue()) {
      keywords.remove("maxItems");
    }
  }

  private void size(String min, String max) {
    each(NotEmpty.class, NotEmpty::groups, c -> atLeast(min, 1));
    each(
        Size.class,
        Size::groups,
        size -> {
          atLeast(min, size.min());
          if (size.max() < Integer.MAX_VALUE) {
            put(max, Json.createValue(size.max()));
          }
        });
  }

  private void pattern(Pattern pattern) {
    if (pattern.flags().length == 0 && EcmaRegex.understands(pattern.regexp())) {
      // Bean Validation matches the whole text, JSON Schema searches in it.
      put("pattern", Json.createValue("^(?:" + pattern.regexp() + ")$"));
    }
  }

  private void number() {
    each(Min.class, Min::groups, c -> put("minimum", Json.createValue(c.value())));
    each(Max.class, Max::groups, c -> put("maximum", Json.createValue(c.value())));
    each(
        DecimalMin.class,
        DecimalMin::groups,
        c -> bound(c.inclusive() ? "minimum" : "exclusiveMinimum", c.value()));
    each(
        DecimalMax.class,
        DecimalMax::groups,
        c -> bound(c.inclusive() ? "maximum" : "exclusiveMaximum", c.value()));
    each(Positive.class, Positive::groups, c -> bound("exclusiveMinimum", "0"));
    each(PositiveOrZero.class, PositiveOrZero::groups, c -> bound("minimum", "0"));
    each(Negative.class, Negative::groups, c -> bound("exclusiveMaximum", "0"));
    each(NegativeOrZero.class, NegativeOrZero::groups, c -> bound("maximum", "0"));
  }

  private void bound(String keyword, String value) {
    put(keyword, Json.createValue(new BigDecimal(value)));
  }

  private void atLeast(String keyword, int least) {
    int known = keywords.get(keyword) instanceof JsonNumber n ? n.intValue() : 0;
    if (least > known) {
      put(keyword, Json.createValue(least));
    }
  }

  private void put(String keyword, JsonValue value) {
    keywords.put(keyword, value);
  }

  private <A extends Annotation> void each(
      Class<A> type, Function<A, Class<?>[]> groups, Consumer<A> describe) {
    place
        .annotations()
        .all(type)
        .filter(constraint -> groups.apply(constraint).length == 0)
        .forEach(describe);
  }
}
