package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A record that contains itself, by its name in {@code $defs}. */
record RecordReference(String name, Definitions<JsonType> definitions) implements JsonType {

  @Override
  public JsonObject schema() {
    return Definitions.reference(name);
  }

  @Override
  public Object read(JsonValue value, ReadContext at) {
    return definitions.get(name).read(value, at);
  }
}
