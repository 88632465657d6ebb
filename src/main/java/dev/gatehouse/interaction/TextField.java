package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/** A field for text; lengths are in characters, one emoji being one. */
public final class TextField extends FormField<TextField> {
  TextField(JsonObject keywords) {
    super(keywords);
  }

  public TextField minLength(int characters) {
    return with("minLength", Json.createValue(characters));
  }

  public TextField maxLength(int characters) {
    return with("maxLength", Json.createValue(characters));
  }

  public TextField format(TextFormat format) {
    return with("format", Json.createValue(format.wireName()));
  }

  /** What the form shows at first; must fit. */
  public TextField defaultValue(String text) {
    return with("default", Json.createValue(text));
  }

  @Override
  TextField copy(JsonObject changed) {
    return new TextField(changed);
  }

  @Override
  Optional<String> problem(JsonValue value) {
    if (!(value instanceof JsonString string)) {
      return Optional.of("must be a string");
    }
    String text = string.getString();
    int length = text.codePointCount(0, text.length());
    if (limit("minLength").filter(min -> length < min).isPresent()) {
      return Optional.of("is too short");
    }
    if (limit("maxLength").filter(max -> length > max).isPresent()) {
      return Optional.of("is too long");
    }
    return TextFormat.in(toJson())
        .filter(format -> !format.fits(text))
        .map(format -> "must be in the format " + format.wireName());
  }
}
