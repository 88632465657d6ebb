package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A type at one place, with what its author says of it there. */
record ResultDescribed(ResultType type, String description) implements ResultType {
  @Override
  public JsonObject schema() {
    return Json.createObjectBuilder(type.schema()).add("description", description).build();
  }

  @Override
  public ResultType target() {
    return type.target();
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    return type.write(value, at);
  }
}
