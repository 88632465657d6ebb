package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonShape;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JSON in the text of a string, as models send it that take {@code "5"} for 5. Bounded: no text is
 * read that could nest deeper than a request may.
 */
enum TextualJson {
  NUMBER("-?[0-9][0-9.eE+-]{0,99}", "Send %s without quotation marks", JsonValue.ValueType.NUMBER),
  BOOLEAN(
      "true|false",
      "Send %s without quotation marks",
      JsonValue.ValueType.TRUE,
      JsonValue.ValueType.FALSE),
  ARRAY("\\s*\\[.*\\]\\s*", "Send the array itself, not its text", JsonValue.ValueType.ARRAY),
  OBJECT("\\s*\\{.*\\}\\s*", "Send the object itself, not its text", JsonValue.ValueType.OBJECT);

  private static final int LONGEST = 65_536;
  private static final int DEEPEST = 64;
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final Pattern form;
  private final String advice;
  private final Set<JsonValue.ValueType> types;

  TextualJson(String form, String advice, JsonValue.ValueType... types) {
    this.form = Pattern.compile(form, Pattern.DOTALL);
    this.advice = advice;
    this.types = Set.of(types);
  }

  /** The value of this kind that a text is; empty if it is none. */
  Optional<JsonValue> in(String text) {
    if (text.length() > LONGEST
        || !form.matcher(text).matches()
        || JsonShape.of(text, DEEPEST) != JsonShape.SINGLE) {
      return Optional.empty();
    }
    // Inside an array, because readers differ about what may follow a lone value.
    try (JsonReader reader = READERS.createReader(new StringReader("[" + text + "]"))) {
      var values = reader.readArray();
      return values.size() == 1 && types.contains(values.get(0).getValueType())
          ? Optional.of(values.get(0))
          : Optional.empty();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /** What to send instead of a text that is refused; empty if the text is no such value. */
  String advice(String text) {
    return in(text).map(value -> ". " + advice.formatted(Excerpt.of(text))).orElse("");
  }
}
