package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code Map<String, T>}, whose keys may be constrained; unmodifiable, in order. */
record MapType(JsonObject names, JsonType element) implements JsonType {

  @Override
  public JsonObject schema() {
    JsonObjectBuilder schema =
        Json.createObjectBuilder()
            .add("type", "object")
            .add("additionalProperties", element.schema());
    return names.isEmpty() ? schema.build() : schema.add("propertyNames", names).build();
  }

  @Override
  public Object read(JsonValue given, ReadContext at) {
    JsonValue value = at.meant(given, TextualJson.OBJECT);
    if (!(value instanceof JsonObject object)) {
      return at.refuse("an object", value, TextualJson.OBJECT);
    }
    Map<String, Object> values = new LinkedHashMap<>(object.size() * 2);
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (at.isFull()) {
        break;
      }
      String key = member.getKey();
      values.put(key, element.read(member.getValue(), at.member(key)));
    }
    return Collections.unmodifiableMap(values);
  }
}
