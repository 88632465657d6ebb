package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A type at one place, with the keywords that hold there: description, constraints, default. */
record DescribedType(JsonType type, JsonObject keywords) implements JsonType {

  static JsonType of(JsonType type, JsonObject keywords) {
    return keywords.isEmpty() ? type : new DescribedType(type, keywords);
  }

  @Override
  public JsonObject schema() {
    return Json.createObjectBuilder(type.schema())
        .addAll(Json.createObjectBuilder(keywords))
        .build();
  }

  @Override
  public Object read(JsonValue value, ReadContext at) {
    return type.read(value, at);
  }

  @Override
  public Object absent() {
    return type.absent();
  }

  @Override
  public boolean optional() {
    return type.optional();
  }

  @Override
  public JsonValue literal(String text) {
    return type.literal(text);
  }
}
