package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Array;

/** {@code T[]}, of primitives too. */
record ArrayType(Class<?> component, JsonType element) implements JsonType {

  @Override
  public JsonObject schema() {
    return Json.createObjectBuilder().add("type", "array").add("items", element.schema()).build();
  }

  @Override
  public Object read(JsonValue given, ReadContext at) {
    JsonValue value = at.meant(given, TextualJson.ARRAY);
    if (!(value instanceof JsonArray array)) {
      return at.refuse("an array", value, TextualJson.ARRAY);
    }
    Object values = Array.newInstance(component, array.size());
    int index = 0;
    for (JsonValue item : array) {
      if (at.isFull()) {
        break;
      }
      Object read = element.read(item, at.element(index));
      if (read != null) {
        Array.set(values, index, read);
      }
      index++;
    }
    return values;
  }
}
