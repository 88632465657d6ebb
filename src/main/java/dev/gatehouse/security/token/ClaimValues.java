package dev.gatehouse.security.token;

import dev.gatehouse.json.Json;
import dev.gatehouse.json.JsonShape;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;

/** From JSON to the Java types that MicroProfile JWT 2.1 gives to claims. */
final class ClaimValues {
  /** RFC 7519 §4 allows to refuse a claim that is there twice. */
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private static final int MAX_DEPTH = 64;

  private ClaimValues() {}

  /** Empty for other JSON, for what goes on after it, and for JSON beyond the parser's bounds. */
  static Optional<JsonObject> object(String json) {
    if (JsonShape.of(json, MAX_DEPTH) != JsonShape.SINGLE) {
      return Optional.empty();
    }
    try (JsonReader reader = READERS.createReader(new StringReader(json))) {
      return Optional.of(reader.readObject());
    } catch (RuntimeException unreadable) { // beyond its bounds a parser throws what it likes
      return Optional.empty();
    }
  }

  /** A value of another type than the claim should have stays JSON. */
  static Object toJava(String claim, JsonValue value) {
    Class<?> type = type(claim);
    if (type == Set.class) {
      return strings(value);
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    if (type == Long.class && value instanceof JsonNumber number) {
      return number.longValue();
    }
    return type == Boolean.class && isBoolean(value)
        ? (Object) value.equals(JsonValue.TRUE)
        : value;
  }

  /** The strings in an array, or a lone string (RFC 7519 §4.1.3). */
  static Set<String> strings(JsonValue value) {
    Stream<JsonValue> values = value instanceof JsonArray array ? array.stream() : Stream.of(value);
    return values
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).getString())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The words in several claims together, whether written as one string or as an array. */
  static Set<String> words(JsonObject claims, String... names) {
    return Arrays.stream(names)
        .flatMap(name -> strings(claims.getOrDefault(name, JsonValue.NULL)).stream())
        .flatMap(text -> Arrays.stream(text.split("\\s+")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Class<?> type(String claim) {
    return Arrays.stream(Claims.values())
        .filter(known -> known.name().equals(claim))
        .<Class<?>>map(Claims::getType)
        .findFirst()
        .orElse(JsonValue.class);
  }

  private static boolean isBoolean(JsonValue value) {
    return value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
  }
}
