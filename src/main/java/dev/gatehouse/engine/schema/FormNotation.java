package dev.gatehouse.engine.schema;

import dev.gatehouse.interaction.Title;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The schema of a record's component in the notation of a form, which has a part of JSON Schema
 * only.
 */
record FormNotation(TypeUsage place, List<String> problems) {
  private static final Set<String> FORMATS = Set.of("email", "uri", "date", "date-time");
  private static final Map<String, Set<String>> KEYWORDS =
      Map.of(
          "string", Set.of("minLength", "maxLength", "format", "enum"),
          "integer", Set.of("minimum", "maximum"),
          "number", Set.of("minimum", "maximum"),
          "boolean", Set.of(),
          "array", Set.of("items", "minItems", "maxItems", "uniqueItems"));

  JsonObject of(JsonObject schema) {
    check(schema);
    JsonObjectBuilder shown = Json.createObjectBuilder(JsonType.typed(kind(schema)));
    FormCompiler.title(place, shown);
    Stream.of("description", "minLength", "maxLength", "format", "minimum", "maximum")
        .filter(schema::containsKey)
        .forEach(keyword -> shown.add(keyword, schema.get(keyword)));
    Stream.of("minItems", "maxItems")
        .filter(schema::containsKey)
        .forEach(keyword -> shown.add(keyword, schema.get(keyword)));
    if (schema.containsKey("enum")) {
      shown.addAll(choices("oneOf", JsonValue.EMPTY_JSON_OBJECT));
    } else if (isList(schema)) {
      shown.add("items", choices("anyOf", JsonType.typed("string")));
    }
    return shown.build();
  }

  private void check(JsonObject schema) {
    if (!KEYWORDS.containsKey(kind(schema))) {
      problem(
          "no form can show this type: use a text, number, boolean, enum, URI, date or list of an"
              + " enum");
      return;
    }
    Set<String> known = KEYWORDS.get(kind(schema));
    schema.keySet().stream()
        .filter(keyword -> !Set.of("type", "description").contains(keyword))
        .filter(keyword -> !known.contains(keyword))
        // A blank answer is refused though the form can't say so.
        .filter(keyword -> !schema.get(keyword).equals(Constraints.VISIBLE))
        .forEach(keyword -> problem("no form can show " + keyword));
    if (schema.containsKey("format") && !FORMATS.contains(schema.getString("format"))) {
      problem("no form can show the format " + schema.getString("format"));
    }
    if (schema.containsKey("items") && !isList(schema)) {
      problem("no form can show a list of anything but an enum");
    }
  }

  private static boolean isList(JsonObject schema) {
    return schema.containsKey("items") && schema.getJsonObject("items").containsKey("enum");
  }

  private static String kind(JsonObject schema) {
    return schema.getString("type", "any");
  }

  private void problem(String sentence) {
    problems.add(place.path() + ": " + sentence);
  }

  /** The values of the enum: with titles under this keyword, if it has any; else as they are. */
  private JsonObjectBuilder choices(String titled, JsonObject untitled) {
    List<Choice> choices = Choice.of(constants(place));
    var array = Json.createArrayBuilder();
    if (choices.stream().noneMatch(Choice::isTitled)) {
      choices.forEach(choice -> array.add(choice.value()));
      return Json.createObjectBuilder(untitled).add("enum", array);
    }
    choices.forEach(choice -> array.add(choice.toJson()));
    return Json.createObjectBuilder().add(titled, array);
  }

  /** The enum itself, within Optional and List. */
  private static Class<?> constants(TypeUsage place) {
    return place.arguments().isEmpty()
        ? place.raw().filter(Class::isEnum).orElseThrow()
        : constants(place.arguments().get(0));
  }

  /** A value of an enum, and what the user reads. */
  private record Choice(String value, List<String> titles) {

    static List<Choice> of(Class<?> constants) {
      return Arrays.stream(constants.getFields())
          .filter(field -> field.isEnumConstant())
          .map(
              field ->
                  new Choice(
                      field.getName(),
                      Arrays.stream(field.getAnnotationsByType(Title.class))
                          .map(Title::value)
                          .toList()))
          .toList();
    }

    boolean isTitled() {
      return !titles.isEmpty();
    }

    JsonObject toJson() {
      String title = isTitled() ? titles.get(0) : value;
      return Json.createObjectBuilder().add("const", value).add("title", title).build();
    }
  }
}
