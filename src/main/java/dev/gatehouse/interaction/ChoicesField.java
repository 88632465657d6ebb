package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** A field for any of several values, each at most once. */
public final class ChoicesField extends FormField<ChoicesField> {
  ChoicesField(JsonObject keywords) {
    super(keywords);
  }

  /** The least number of values. */
  public ChoicesField minItems(int values) {
    return with("minItems", Json.createValue(values));
  }

  /** The greatest number of values. */
  public ChoicesField maxItems(int values) {
    return with("maxItems", Json.createValue(values));
  }

  /** What is chosen at first; must fit. */
  public ChoicesField defaultValue(List<String> values) {
    return with("default", Json.createArrayBuilder(values).build());
  }

  @Override
  ChoicesField copy(JsonObject changed) {
    return new ChoicesField(changed);
  }

  @Override
  Optional<String> problem(JsonValue value) {
    if (!(value instanceof JsonArray array)) {
      return Optional.of("must be a list");
    }
    if (limit("minItems").filter(min -> array.size() < min).isPresent()) {
      return Optional.of("has too few values");
    }
    if (limit("maxItems").filter(max -> array.size() > max).isPresent()) {
      return Optional.of("has too many values");
    }
    return unless(
        Choices.areIn(toJson().getJsonObject("items"), array),
        "must be a list of values offered, each once");
  }
}
