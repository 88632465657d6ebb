package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An enum, by the {@code name()} of its constants. */
record EnumType(Map<String, Object> constants) implements JsonType {

  EnumType {
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  static EnumType of(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return new EnumType(constants);
  }

  @Override
  public JsonObject schema() {
    return Json.createObjectBuilder()
        .add("type", "string")
        .add("enum", Json.createArrayBuilder(constants.keySet()))
        .build();
  }

  @Override
  public Object read(JsonValue value, ReadContext at) {
    if (!(value instanceof JsonString text)) {
      return at.refuse("a string", value);
    }
    Object constant = constants.get(text.getString());
    return constant != null
        ? constant
        : at.refuse("must be one of " + String.join(", ", constants.keySet()));
  }

  @Override
  public JsonValue literal(String text) {
    return Json.createValue(text);
  }
}
