package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The types that are written as one string, number or boolean, and the types of JSON-P. */
final class WrittenTypes {
  private static final Set<String> KEYS = Set.of("string", "integer", "number");

  /** Types whose values are of classes of their own, the narrower before the wider. */
  private static final List<Class<?>> OPEN =
      List.of(
          JsonObject.class,
          JsonArray.class,
          JsonNumber.class,
          JsonString.class,
          JsonValue.class,
          CharSequence.class,
          Number.class,
          ZoneId.class,
          TimeZone.class,
          Date.class,
          Calendar.class);

  private static final Map<Class<?>, ResultType> ALL = new HashMap<>(WrittenTimes.ALL);

  static {
    put(
        written("boolean", (value, at) -> (Boolean) value ? JsonValue.TRUE : JsonValue.FALSE),
        boolean.class,
        Boolean.class);
    ResultType integer = written("integer", WrittenTypes::number);
    put(integer, byte.class, short.class, int.class, long.class, BigInteger.class);
    put(integer, Byte.class, Short.class, Integer.class, Long.class);
    put(integer, OptionalInt.class, OptionalLong.class, AtomicInteger.class, AtomicLong.class);
    put(written("integer", (value, at) -> Json.createValue(((Year) value).getValue())), Year.class);
    ResultType number = written("number", WrittenTypes::number);
    put(number, float.class, double.class, Float.class, Double.class, BigDecimal.class);
    put(number, Number.class, OptionalDouble.class);
    ResultType text = ResultScalar.text(JsonType.typed("string"), Object::toString);
    put(text, char.class, Character.class, String.class, CharSequence.class);
    put(text, URI.class, URL.class, ZoneId.class, ZoneOffset.class, Currency.class);
    put(
        ResultScalar.text(JsonType.typed("string"), zone -> ((TimeZone) zone).getID()),
        TimeZone.class);
    put(
        ResultScalar.text(JsonType.typed("string"), locale -> ((Locale) locale).toLanguageTag()),
        Locale.class);
    put(
        ResultScalar.text(JsonType.typed("string", "format", "uuid"), Object::toString),
        UUID.class);
    put(
        ResultScalar.text(
            JsonType.typed("string", "contentEncoding", "base64"),
            bytes -> Base64.getEncoder().encodeToString((byte[]) bytes)),
        byte[].class);
    put(new ResultAny(), Object.class, Comparable.class, Serializable.class);
    put(json(JsonValue.EMPTY_JSON_OBJECT), JsonValue.class, JsonStructure.class);
    put(json(JsonType.typed("object")), JsonObject.class);
    put(json(JsonType.typed("array")), JsonArray.class);
    put(json(JsonType.typed("string")), JsonString.class);
    put(json(JsonType.typed("number")), JsonNumber.class);
  }

  private WrittenTypes() {}

  static Optional<ResultType> find(Class<?> type) {
    return Optional.ofNullable(ALL.get(type)).or(() -> open(type));
  }

  private static Optional<ResultType> open(Class<?> type) {
    return OPEN.stream().filter(open -> open.isAssignableFrom(type)).findFirst().map(ALL::get);
  }

  /** Whether what is written can be a key in an object. */
  static boolean isKey(ResultType type) {
    return type instanceof ResultScalar && KEYS.contains(type.schema().getString("type", ""));
  }

  static JsonObject nullable(JsonObject schema) {
    return Json.createObjectBuilder()
        .add("anyOf", Json.createArrayBuilder().add(schema).add(JsonType.typed("null")))
        .build();
  }

  private static JsonValue number(Object value, WriteContext at) {
    if (value instanceof Integer || value instanceof Long) {
      return Json.createValue(((Number) value).longValue());
    }
    String text = value.toString();
    try {
      return Json.createValue(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw at.refuse("is " + Excerpt.of(text) + ", for which JSON has no number");
    }
  }

  private static ResultType written(String jsonType, ResultScalar.Form form) {
    return new ResultScalar(JsonType.typed(jsonType), form);
  }

  private static ResultType json(JsonObject schema) {
    return new ResultScalar(schema, (value, at) -> (JsonValue) value);
  }

  private static void put(ResultType written, Class<?>... types) {
    for (Class<?> type : types) {
      ALL.put(type, written);
    }
  }
}
