package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.function.Supplier;

/** A record inside itself: a {@code $ref} to its definition. */
record ReferenceType(String definition, Supplier<RecordType> target) implements JsonType {

  @Override
  public JsonObjectBuilder schema() {
    return Json.createObjectBuilder().add("$ref", "#/$defs/" + definition);
  }

  @Override
  public Object read(JsonValue value, String path, Problems problems) {
    return target.get().read(value, path, problems);
  }

  @Override
  public String name() {
    return "object";
  }
}
