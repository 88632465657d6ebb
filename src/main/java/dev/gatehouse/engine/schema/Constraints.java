package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Bean Validation says about a place, in the words of JSON Schema. Described here, enforced by
 * Jakarta Validation at the call; constraints of groups other than the default one are not enforced
 * there and so not described.
 */
final class Constraints {
  /** The pattern of what is not blank: what Java trims is no more than this. */
  static final JsonString VISIBLE = Json.createValue("[^\\x00-\\x20]");

  private final TypeUsage place;
  private final Map<String, JsonValue> keywords = new LinkedHashMap<>();

  private Constraints(TypeUsage place) {
    this.place = place;
  }

  static boolean notNull(TypeUsage place) {
    return all(place, NotNull.class, NotNull::groups).findAny().isPresent()
        || all(place, NotBlank.class, NotBlank::groups).findAny().isPresent()
        || all(place, NotEmpty.class, NotEmpty::groups).findAny().isPresent();
  }

  /** Whether no value at all would keep to them. */
  static boolean onlyNull(TypeUsage place) {
    return all(place, Null.class, Null::groups).findAny().isPresent();
  }

  /** The keywords to add to {@code schema}, which the type alone gives. */
  static JsonObject keywords(TypeUsage place, JsonObject schema) {
    Constraints constraints = new Constraints(place);
    switch (schema.getString("type", "")) {
      case "string" -> constraints.text(schema);
      case "array" -> constraints.items(schema);
      case "object" -> constraints.size("minProperties", "maxProperties");
      case "integer", "number" -> NumberConstraints.of(place, constraints::put);
      case "boolean" -> constraints.truth();
      default -> {}
    }
    JsonObjectBuilder keywords = Json.createObjectBuilder();
    constraints.keywords.forEach(keywords::add);
    return keywords.build();
  }

  private void text(JsonObject schema) {
    if (schema.containsKey("contentEncoding")) {
      return; // The size is that of the bytes, for which JSON Schema has no word.
    }
    size("minLength", "maxLength");
    each(NotBlank.class, NotBlank::groups, c -> visible());
    each(Email.class, Email::groups, c -> put("format", Json.createValue("email")));
    each(Pattern.class, Pattern::groups, this::pattern);
  }

  private void visible() {
    atLeast("minLength", 1);
    put("pattern", VISIBLE);
  }

  private void truth() {
    each(AssertTrue.class, AssertTrue::groups, c -> put("const", JsonValue.TRUE));
    each(AssertFalse.class, AssertFalse::groups, c -> put("const", JsonValue.FALSE));
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
    all(place, type, groups).forEach(describe);
  }

  /** The constraints of this type that hold at every call. */
  static <A extends Annotation> Stream<A> all(
      TypeUsage place, Class<A> type, Function<A, Class<?>[]> groups) {
    return place.annotations().all(type).filter(constraint -> groups.apply(constraint).length == 0);
  }
}
