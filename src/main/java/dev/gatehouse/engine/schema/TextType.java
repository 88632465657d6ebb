package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.util.regex.Pattern;

/** Types that are written as a JSON string; {@code noun} says how, with an example. */
record TextType(JsonObject schema, String noun, Parser parser) implements JsonType {

  /** The Java value of a text; throws IllegalArgumentException or DateTimeException. */
  interface Parser {
    Object parse(String text);
  }

  static TextType plain(String noun, Parser parser) {
    return new TextType(JsonType.typed("string"), noun, parser);
  }

  static TextType format(String format, String noun, Parser parser) {
    return keyword("format", format, noun, parser);
  }

  static TextType base64(String noun, Parser parser) {
    return keyword("contentEncoding", "base64", noun, parser);
  }

  /** Takes exactly what the pattern does; parsers alone forgive a little more. */
  static TextType pattern(String pattern, String noun, Parser parser) {
    Pattern compiled = Pattern.compile(pattern);
    return keyword("pattern", pattern, noun, text -> parsed(text, compiled, parser));
  }

  private static Object parsed(String text, Pattern pattern, Parser parser) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("another form");
    }
    return parser.parse(text);
  }

  private static TextType keyword(String keyword, String value, String noun, Parser parser) {
    JsonObject schema =
        Json.createObjectBuilder(JsonType.typed("string")).add(keyword, value).build();
    return new TextType(schema, noun, parser);
  }

  @Override
  public Object read(JsonValue value, ReadContext at) {
    if (!(value instanceof JsonString text)) {
      return at.refuse("a string", value);
    }
    try {
      return parser.parse(text.getString());
    } catch (DateTimeException | IllegalArgumentException e) {
      return at.refuse("must be " + noun);
    }
  }

  @Override
  public JsonValue literal(String text) {
    return Json.createValue(text);
  }
}
