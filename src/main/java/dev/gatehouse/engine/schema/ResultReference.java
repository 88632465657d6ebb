package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A type that contains itself, by its name in {@code $defs}. */
record ResultReference(String name, Definitions<ResultType> definitions) implements ResultType {
  @Override
  public JsonObject schema() {
    return Definitions.reference(name);
  }

  @Override
  public ResultType target() {
    return definitions.get(name);
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    return target().write(value, at);
  }
}
