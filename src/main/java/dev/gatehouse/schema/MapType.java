package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object with free names and values of one type. */
record MapType(JsonType values, JsonObject valueSchema) implements JsonType {

  @Override
  public JsonObjectBuilder schema() {
    return Json.createObjectBuilder()
        .add("type", "object")
        .add("additionalProperties", valueSchema);
  }

  @Override
  public Object read(JsonValue value, String path, Problems problems) {
    if (!(value instanceof JsonObject object)) {
      return problems.wrongType(path, "an object", value);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    object.forEach(
        (key, member) ->
            map.put(key, values.read(member, path + "." + Problems.brief(key), problems)));
    return Collections.unmodifiableMap(map);
  }

  @Override
  public String name() {
    return "object";
  }
}
