package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;

/**
 * A Java type, compiled: describes itself as <a href="https://json-schema.org/draft/2020-12">JSON
 * Schema</a> and reads itself from JSON. Immutable; looks nothing up while reading.
 */
sealed interface JsonType
    permits AnyType,
        ArrayType,
        BeanType,
        BooleanType,
        CollectionType,
        DescribedType,
        EnumType,
        IntegerType,
        MapType,
        NumberType,
        OptionalType,
        RecordReference,
        RecordType,
        TextType {

  JsonObject schema();

  /**
   * The Java value; anything that is wrong is noted in {@code at}, and the result is then of no
   * use.
   */
  Object read(JsonValue value, ReadContext at);

  /** What stands in Java for an absent value; null unless the type has a better word for it. */
  default Object absent() {
    return null;
  }

  default boolean optional() {
    return false;
  }

  /**
   * The JSON value that an author means by a default value written as text; throws JsonException.
   */
  default JsonValue literal(String text) {
    // Inside an array, because readers differ about what may follow a lone value.
    try (JsonReader reader = Json.createReader(new StringReader("[" + text + "]"))) {
      JsonArray values = reader.readArray();
      if (values.size() != 1) {
        throw new JsonException("not one JSON value");
      }
      return values.get(0);
    }
  }

  static JsonObject typed(String type) {
    return Json.createObjectBuilder().add("type", type).build();
  }

  static JsonObject typed(String type, String keyword, String value) {
    return Json.createObjectBuilder().add("type", type).add(keyword, value).build();
  }

  static JsonObjectBuilder object(JsonObject properties, JsonArray required) {
    JsonObjectBuilder schema = Json.createObjectBuilder(typed("object"));
    // Empty too: some clients refuse an object without them.
    schema.add("properties", properties);
    if (!required.isEmpty()) {
      schema.add("required", required);
    }
    return schema;
  }
}
