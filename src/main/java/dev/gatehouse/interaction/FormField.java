package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of a {@link FormSchema}; each method returns a changed copy.
 *
 * @param <F> the kind of field
 */
public abstract sealed class FormField<F extends FormField<F>>
    permits TextField, NumberField, YesNoField, ChoiceField, ChoicesField {
  private final JsonObject keywords;

  FormField(JsonObject keywords) {
    this.keywords = keywords;
  }

  /** Any text. */
  public static TextField text() {
    return new TextField(typed("string"));
  }

  /** Any number. */
  public static NumberField number() {
    return new NumberField(typed("number"));
  }

  /** A number without a fraction. */
  public static NumberField integer() {
    return new NumberField(typed("integer"));
  }

  /** Yes or no. */
  public static YesNoField yesNo() {
    return new YesNoField(typed("boolean"));
  }

  /** One of these values. */
  public static ChoiceField oneOf(List<String> values) {
    return new ChoiceField(Choices.plain(typed("string"), values));
  }

  /** One of these values, shown with their titles, in the order of the map. */
  public static ChoiceField oneOfTitled(Map<String, String> titles) {
    return new ChoiceField(Choices.titled(typed("string"), "oneOf", titles));
  }

  /** The same in the deprecated notation {@code enumNames}, the only one before 2025-11-25. */
  public static ChoiceField oneOfNamed(Map<String, String> titles) {
    return new ChoiceField(Choices.named(typed("string"), titles));
  }

  /** Any of these values. */
  public static ChoicesField someOf(List<String> values) {
    return new ChoicesField(Choices.items(typed("array"), Choices.plain(typed("string"), values)));
  }

  /** Any of these values, shown with their titles, in the order of the map. */
  public static ChoicesField someOfTitled(Map<String, String> titles) {
    return new ChoicesField(
        Choices.items(
            typed("array"), Choices.titled(JsonValue.EMPTY_JSON_OBJECT, "anyOf", titles)));
  }

  private static JsonObject typed(String type) {
    return Json.createObjectBuilder().add("type", type).build();
  }

  /** What the user reads instead of the field's name. */
  public final F title(String title) {
    return with("title", Json.createValue(title));
  }

  /** What the user should know about the field. */
  public final F description(String description) {
    return with("description", Json.createValue(description));
  }

  final F with(String keyword, JsonValue value) {
    return copy(Json.createObjectBuilder(keywords).add(keyword, value).build());
  }

  /** The schema of this field. */
  public final JsonObject toJson() {
    return keywords;
  }

  final Optional<Integer> limit(String keyword) {
    return keywords.containsKey(keyword) ? Optional.of(keywords.getInt(keyword)) : Optional.empty();
  }

  abstract F copy(JsonObject changed);

  /** Why the value does not fit; empty if it does. */
  abstract Optional<String> problem(JsonValue value);

  /** Why its own default does not fit. */
  final Optional<String> ownProblem() {
    return Optional.ofNullable(keywords.get("default")).flatMap(this::problem);
  }

  static Optional<String> unless(boolean fits, String problem) {
    return fits ? Optional.empty() : Optional.of(problem);
  }
}
