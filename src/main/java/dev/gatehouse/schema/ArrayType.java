package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** A list, set or Java array. */
record ArrayType(
    JsonType items, JsonObject itemSchema, boolean unique, Function<List<Object>, Object> collect)
    implements JsonType {

  static Object list(List<Object> values) {
    return Collections.unmodifiableList(values);
  }

  static Object set(List<Object> values) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(values));
  }

  @Override
  public JsonObjectBuilder schema() {
    JsonObjectBuilder schema =
        Json.createObjectBuilder().add("type", "array").add("items", itemSchema);
    return unique ? schema.add("uniqueItems", true) : schema;
  }

  @Override
  public Object read(JsonValue value, String path, Problems problems) {
    if (!(value instanceof JsonArray array)) {
      return problems.wrongType(path, "an array", value);
    }
    List<Object> values = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      values.add(items.read(array.get(i), path + "[" + i + "]", problems));
    }
    if (!problems.none()) {
      return null;
    }
    if (unique && new LinkedHashSet<>(values).size() < values.size()) {
      return problems.add(path, "must not hold the same item twice");
    }
    return collect.apply(values);
  }

  @Override
  public String name() {
    return "array";
  }
}
