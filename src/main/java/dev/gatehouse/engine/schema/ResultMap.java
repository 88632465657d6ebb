package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** {@code Map<K, V>}, with keys that are one word of JSON; what is null is left out. */
record ResultMap(ResultType key, ResultType element, boolean nullable) implements ResultType {
  @Override
  public JsonObject schema() {
    JsonObject values = nullable ? WrittenTypes.nullable(element.schema()) : element.schema();
    return Json.createObjectBuilder(JsonType.typed("object"))
        .add("additionalProperties", values)
        .build();
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      String name = name(entry.getKey(), at);
      PresentValue.of(entry.getValue())
          .map(present -> element.write(present, at.member(name)))
          .or(() -> nullable ? Optional.of(JsonValue.NULL) : Optional.empty())
          .ifPresent(written -> object.add(name, written));
    }
    return object.build();
  }

  private String name(Object key, WriteContext at) {
    if (key instanceof String text) {
      return text;
    }
    JsonValue written =
        Optional.ofNullable(key)
            .map(present -> this.key.write(present, at))
            .orElseThrow(() -> at.refuse("has a key that is null"));
    if (written instanceof JsonStructure) {
      throw at.refuse("has a key that is no text, number or enum");
    }
    return written instanceof JsonString text ? text.getString() : written.toString();
  }
}
