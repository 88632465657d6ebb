package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The notations of a closed list of values. */
final class Choices {
  private Choices() {}

  static JsonObject plain(JsonObject schema, List<String> values) {
    check(values);
    return with(schema, "enum", Json.createArrayBuilder(values).build());
  }

  static JsonObject titled(JsonObject schema, String keyword, Map<String, String> titles) {
    check(titles.keySet());
    var array = Json.createArrayBuilder();
    titles.forEach(
        (value, title) ->
            array.add(Json.createObjectBuilder().add("const", value).add("title", title)));
    return with(schema, keyword, array.build());
  }

  static JsonObject named(JsonObject schema, Map<String, String> titles) {
    JsonObject plain = plain(schema, List.copyOf(titles.keySet()));
    return with(plain, "enumNames", Json.createArrayBuilder(titles.values()).build());
  }

  static JsonObject items(JsonObject schema, JsonObject items) {
    return with(schema, "items", items);
  }

  /** All values of a schema in one of these notations. */
  static Set<String> in(JsonObject schema) {
    return List.of("enum", "oneOf", "anyOf").stream()
        .filter(schema::containsKey)
        .flatMap(keyword -> schema.getJsonArray(keyword).stream())
        .map(Choices::value)
        .collect(Collectors.toSet());
  }

  /** Whether these are different values of the schema. */
  static boolean areIn(JsonObject schema, JsonArray values) {
    Set<String> allowed = in(schema);
    return new HashSet<>(values).size() == values.size()
        && values.stream()
            .allMatch(v -> v instanceof JsonString text && allowed.contains(text.getString()));
  }

  private static String value(JsonValue entry) {
    return entry instanceof JsonObject titled
        ? titled.getString("const")
        : ((JsonString) entry).getString();
  }

  private static void check(Collection<String> values) {
    if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException("A choice needs different values, at least one");
    }
  }

  private static JsonObject with(JsonObject schema, String keyword, JsonValue value) {
    return Json.createObjectBuilder(schema).add(keyword, value).build();
  }
}
