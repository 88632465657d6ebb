package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** A field for one of several values. */
public final class ChoiceField extends FormField<ChoiceField> {
  ChoiceField(JsonObject keywords) {
    super(keywords);
  }

  /** What is chosen at first; must be one of the values. */
  public ChoiceField defaultValue(String value) {
    return with("default", Json.createValue(value));
  }

  @Override
  ChoiceField copy(JsonObject changed) {
    return new ChoiceField(changed);
  }

  @Override
  Optional<String> problem(JsonValue value) {
    return unless(
        Choices.areIn(toJson(), Json.createArrayBuilder().add(value).build()),
        "must be one of the values offered");
  }
}
