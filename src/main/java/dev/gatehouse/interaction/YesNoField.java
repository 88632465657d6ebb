package dev.gatehouse.interaction;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** A field for yes or no. */
public final class YesNoField extends FormField<YesNoField> {
  YesNoField(JsonObject keywords) {
    super(keywords);
  }

  /** What the form shows at first. */
  public YesNoField defaultValue(boolean yes) {
    return with("default", yes ? JsonValue.TRUE : JsonValue.FALSE);
  }

  @Override
  YesNoField copy(JsonObject changed) {
    return new YesNoField(changed);
  }

  @Override
  Optional<String> problem(JsonValue value) {
    JsonValue.ValueType type = value.getValueType();
    return unless(
        type == JsonValue.ValueType.TRUE || type == JsonValue.ValueType.FALSE,
        "must be true or false");
  }
}
