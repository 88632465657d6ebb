package dev.gatehouse.engine.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Map;

/** {@code Map<K, V>}, with keys that are one word of JSON; what is null is left out. */
record ResultMap(ResultType key, ResultType element, boolean nullable) implements ResultType {
  @Override
  public JsonObject schema() {
    JsonObject values = nullable ? WrittenTypes.nullable(element.schema()) : element.schema();
    return Json.createObjectBuilder(JsonType.typed("object"))
        .add("additionalProperties", values)
        .build();
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      String name = name(entry.getKey(), at);
      Object present = WrittenTypes.present(entry.getValue());
      if (present != null) {
        object.add(name, element.write(present, at.member(name)));
      } else if (nullable && entry.getValue() != null) {
        object.addNull(name);
      }
    }
    return object.build();
  }

  private String name(Object key, WriteContext at) {
    if (key == null) {
      throw at.refuse("has a key that is null");
    }
    JsonValue written = key.getClass() == String.class ? null : this.key.write(key, at);
    if (written instanceof JsonStructure) {
      throw at.refuse("has a key that is no text, number or enum");
    }
    return written instanceof JsonString text ? text.getString() : String.valueOf(key);
  }
}
