package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** JSON as it is; {@code java} is the JSON-P type that is wanted. */
record AnyType(Class<?> java, String name) implements JsonType {

  @Override
  public JsonObjectBuilder schema() {
    return name.isEmpty()
        ? Json.createObjectBuilder()
        : Json.createObjectBuilder().add("type", name);
  }

  @Override
  public Object read(JsonValue value, String path, Problems problems) {
    return java.isInstance(value) ? value : problems.wrongType(path, "an " + name, value);
  }
}
