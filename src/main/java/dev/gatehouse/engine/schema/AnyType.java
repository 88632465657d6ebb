package dev.gatehouse.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** JSON handed on as it came: {@code Object} and the types of JSON-P. */
record AnyType(Class<?> type, String noun, JsonObject schema) implements JsonType {
  private static final Map<Class<?>, TextualJson> TEXTUAL =
      Map.of(
          JsonObject.class, TextualJson.OBJECT,
          JsonArray.class, TextualJson.ARRAY,
          JsonNumber.class, TextualJson.NUMBER);

  private static final Map<Class<?>, AnyType> ALL =
      Map.of(
          Object.class, new AnyType(Object.class, "any value", JsonValue.EMPTY_JSON_OBJECT),
          JsonValue.class, new AnyType(JsonValue.class, "any value", JsonValue.EMPTY_JSON_OBJECT),
          JsonStructure.class,
              new AnyType(
                  JsonStructure.class, "an object or an array", JsonValue.EMPTY_JSON_OBJECT),
          JsonObject.class, new AnyType(JsonObject.class, "an object", JsonType.typed("object")),
          JsonArray.class, new AnyType(JsonArray.class, "an array", JsonType.typed("array")),
          JsonString.class, new AnyType(JsonString.class, "a string", JsonType.typed("string")),
          JsonNumber.class, new AnyType(JsonNumber.class, "a number", JsonType.typed("number")));

  static Optional<AnyType> find(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  @Override
  public Object read(JsonValue given, ReadContext at) {
    Optional<TextualJson> textual = Optional.ofNullable(TEXTUAL.get(type));
    JsonValue value = textual.map(wanted -> at.meant(given, wanted)).orElse(given);
    if (type.isInstance(value)) {
      return value;
    }
    return textual.isPresent() ? at.refuse(noun, value, textual.get()) : at.refuse(noun, value);
  }
}
