package dev.gatehouse.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON handed on as it came: {@code Object} and the types of JSON-P. */
record AnyType(Class<?> type, String noun, JsonObject schema, Optional<TextualJson> textual)
    implements JsonType {
  private static final Map<Class<?>, AnyType> ALL =
      Stream.of(
              any(Object.class, "any value"),
              any(JsonValue.class, "any value"),
              any(JsonStructure.class, "an object or an array"),
              typed(JsonObject.class, "an object", "object", Optional.of(TextualJson.OBJECT)),
              typed(JsonArray.class, "an array", "array", Optional.of(TextualJson.ARRAY)),
              typed(JsonString.class, "a string", "string", Optional.empty()),
              typed(JsonNumber.class, "a number", "number", Optional.of(TextualJson.NUMBER)))
          .collect(Collectors.toUnmodifiableMap(AnyType::type, Function.identity()));

  private static AnyType any(Class<?> type, String noun) {
    return new AnyType(type, noun, JsonValue.EMPTY_JSON_OBJECT, Optional.empty());
  }

  private static AnyType typed(
      Class<?> type, String noun, String jsonType, Optional<TextualJson> textual) {
    return new AnyType(type, noun, JsonType.typed(jsonType), textual);
  }

  static Optional<AnyType> find(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  @Override
  public Object read(JsonValue given, ReadContext at) {
    JsonValue value = textual.map(wanted -> at.meant(given, wanted)).orElse(given);
    if (type.isInstance(value)) {
      return value;
    }
    return textual.isPresent() ? at.refuse(noun, value, textual.get()) : at.refuse(noun, value);
  }
}
