package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A string, number or boolean, perhaps with a format. */
record ScalarType(String name, JsonObject base, Reader reader) implements JsonType {

  /** Reads one scalar. */
  interface Reader {
    Object read(JsonValue value, String path, Problems problems);
  }

  // Beyond this no whole number of ours fits, and expanding it would cost memory without bound.
  private static final int MAX_DIGITS = 400;

  @Override
  public JsonObjectBuilder schema() {
    return Json.createObjectBuilder(base);
  }

  @Override
  public Object read(JsonValue value, String path, Problems problems) {
    return reader.read(value, path, problems);
  }

  static ScalarType string() {
    return new ScalarType(
        "string",
        type("string"),
        (value, path, problems) ->
            value instanceof JsonString text
                ? text.getString()
                : problems.wrongType(path, "a string", value));
  }

  static ScalarType character() {
    JsonObject base =
        Json.createObjectBuilder(type("string")).add("minLength", 1).add("maxLength", 1).build();
    return new ScalarType(
        "string",
        base,
        (value, path, problems) ->
            value instanceof JsonString text && text.getString().length() == 1
                ? text.getString().charAt(0)
                : problems.add(path, "must be a string of one character"));
  }

  static ScalarType bool() {
    return new ScalarType(
        "boolean",
        type("boolean"),
        (value, path, problems) ->
            value == JsonValue.TRUE || value == JsonValue.FALSE
                ? (Object) (value == JsonValue.TRUE)
                : problems.wrongType(path, "a boolean", value));
  }

  /** A string in a format, such as a date. */
  static ScalarType formatted(String format, Function<String, ?> parse) {
    JsonObject base =
        format.isEmpty()
            ? type("string")
            : Json.createObjectBuilder(type("string")).add("format", format).build();
    return new ScalarType(
        "string",
        base,
        (value, path, problems) -> {
          if (!(value instanceof JsonString text)) {
            return problems.wrongType(path, "a string", value);
          }
          try {
            return parse.apply(text.getString());
          } catch (RuntimeException e) {
            return problems.add(path, "is not a valid " + (format.isEmpty() ? "value" : format));
          }
        });
  }

  static ScalarType constants(Class<?> type) {
    Map<String, Object> byName = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(constant -> byName.put(((Enum<?>) constant).name(), constant));
    JsonObject base =
        Json.createObjectBuilder(type("string"))
            .add("enum", Json.createArrayBuilder(byName.keySet()))
            .build();
    String oneOf = "must be one of " + byName.keySet().stream().collect(Collectors.joining(", "));
    return new ScalarType(
        "string",
        base,
        (value, path, problems) ->
            value instanceof JsonString text && byName.containsKey(text.getString())
                ? byName.get(text.getString())
                : problems.add(path, oneOf));
  }

  /** A number that {@code convert} makes exact, or refuses by an ArithmeticException. */
  static ScalarType integer(Function<BigDecimal, ?> convert) {
    return new ScalarType(
        "integer",
        type("integer"),
        (value, path, problems) -> {
          if (!(value instanceof JsonNumber number)) {
            return problems.wrongType(path, "an integer", value);
          }
          try {
            BigDecimal decimal = number.bigDecimalValue();
            if ((long) decimal.precision() - decimal.scale() > MAX_DIGITS) {
              return problems.add(path, "is too large");
            }
            return convert.apply(decimal);
          } catch (ArithmeticException e) {
            return problems.add(path, "must be an integer in the range of its type");
          }
        });
  }

  static ScalarType number(Function<BigDecimal, ?> convert) {
    return new ScalarType(
        "number",
        type("number"),
        (value, path, problems) ->
            value instanceof JsonNumber number
                ? convert.apply(number.bigDecimalValue())
                : problems.wrongType(path, "a number", value));
  }

  private static JsonObject type(String name) {
    return Json.createObjectBuilder().add("type", name).build();
  }
}
