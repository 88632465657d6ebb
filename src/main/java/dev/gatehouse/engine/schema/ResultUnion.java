package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A sealed type: one of its permitted classes, each as its own. */
record ResultUnion(Map<Class<?>, ResultType> alternatives) implements ResultType {
  @Override
  public JsonObject schema() {
    List<JsonObject> whole = alternatives.values().stream().map(ResultUnion::whole).toList();
    boolean objects = whole.stream().allMatch(s -> s.getString("type", "").equals("object"));
    JsonObjectBuilder schema =
        objects ? Json.createObjectBuilder(JsonType.typed("object")) : Json.createObjectBuilder();
    JsonArrayBuilder choices = Json.createArrayBuilder();
    alternatives.values().forEach(alternative -> choices.add(alternative.schema()));
    // "oneOf" refuses what fits two of them.
    return schema.add(areDistinct(whole) ? "oneOf" : "anyOf", choices).build();
  }

  private static JsonObject whole(ResultType alternative) {
    return alternative.target().schema();
  }

  private static boolean areDistinct(List<JsonObject> schemas) {
    return IntStream.range(0, schemas.size())
        .allMatch(
            i ->
                schemas.subList(i + 1, schemas.size()).stream()
                    .allMatch(other -> isDistinct(schemas.get(i), other)));
  }

  private static boolean isDistinct(JsonObject one, JsonObject other) {
    String type = one.getString("type", "");
    if (!type.equals("object") || !other.getString("type", "").equals("object")) {
      return !type.equals(other.getString("type", ""));
    }
    return lacks(one, other) || lacks(other, one);
  }

  /** Whether the one is closed and does not know what the other always has. */
  private static boolean lacks(JsonObject one, JsonObject other) {
    return one.containsKey("additionalProperties")
        && one.containsKey("properties")
        && other.containsKey("required")
        && other.getJsonArray("required").getValuesAs(JsonString::getString).stream()
            .anyMatch(name -> !one.getJsonObject("properties").containsKey(name));
  }

  @Override
  public JsonValue write(Object value, WriteContext at) {
    return Optional.ofNullable(alternatives.get(value.getClass()))
        .map(alternative -> alternative.write(value, at))
        .orElseGet(() -> at.byClass(value));
  }
}
