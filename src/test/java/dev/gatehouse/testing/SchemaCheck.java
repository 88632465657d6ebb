package dev.gatehouse.testing;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a value fits a schema, as far as the keywords go that Gatehouse writes; others are passed
 * over, as JSON Schema wants it.
 */
final class SchemaCheck {
  private final JsonObject root;
  private final List<String> problems = new ArrayList<>();

  private SchemaCheck(JsonObject root) {
    this.root = root;
  }

  static void check(String what, JsonObject schema, JsonValue value) {
    List<String> problems = problems(schema, value);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "%s: its structured content does not fit its outputSchema: %s\n%s\n%s"
              .formatted(what, problems, value, schema));
    }
  }

  static List<String> problems(JsonObject schema, JsonValue value) {
    SchemaCheck check = new SchemaCheck(schema);
    check.visit(schema, value, "result");
    return check.problems;
  }

  private void visit(JsonValue any, JsonValue value, String at) {
    if (any == JsonValue.FALSE) {
      problems.add(at + " is not allowed");
    } else if (any instanceof JsonObject schema) {
      schema.forEach((keyword, says) -> keyword(keyword, says, schema, value, at));
    }
  }

  private void keyword(
      String keyword, JsonValue says, JsonObject schema, JsonValue value, String at) {
    switch (keyword) {
      case "$ref" -> visit(referred(((JsonString) says).getString()), value, at);
      case "type" -> require(isOfType(says, value), at + " is no " + says);
      case "const" -> require(says.equals(value), at + " is not " + says);
      case "enum" -> require(says.asJsonArray().contains(value), at + " is none of " + says);
      case "anyOf" -> require(fitting(says, value) > 0, at + " fits no alternative");
      case "oneOf" -> require(fitting(says, value) == 1, at + " fits not exactly one alternative");
      case "allOf" -> says.asJsonArray().forEach(part -> visit(part, value, at));
      default -> {
        if (value instanceof JsonObject object) {
          members(keyword, says, schema, object, at);
        } else if (value instanceof JsonArray array) {
          elements(keyword, says, array, at);
        } else if (value instanceof JsonNumber number) {
          number(keyword, says, number, at);
        }
      }
    }
  }

  private void members(
      String keyword, JsonValue says, JsonObject schema, JsonObject object, String at) {
    switch (keyword) {
      case "required" ->
          says.asJsonArray().getValuesAs(JsonString::getString).stream()
              .filter(name -> !object.containsKey(name))
              .forEach(name -> problems.add(at + "." + name + " is missing"));
      case "properties" ->
          says.asJsonObject()
              .forEach(
                  (name, part) -> {
                    if (object.containsKey(name)) {
                      visit(part, object.get(name), at + "." + name);
                    }
                  });
      case "additionalProperties" -> {
        Set<String> more = new HashSet<>(object.keySet());
        more.removeAll(
            schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().keySet());
        more.forEach(name -> visit(says, object.get(name), at + "." + name));
      }
      default -> {
        // Not written by Gatehouse.
      }
    }
  }

  private void elements(String keyword, JsonValue says, JsonArray array, String at) {
    switch (keyword) {
      case "items" -> {
        for (int i = 0; i < array.size(); i++) {
          visit(says, array.get(i), at + "[" + i + "]");
        }
      }
      case "minItems" -> require(array.size() >= number(says), at + " has too few elements");
      case "maxItems" -> require(array.size() <= number(says), at + " has too many elements");
      case "uniqueItems" ->
          require(
              says != JsonValue.TRUE || new HashSet<>(array).size() == array.size(),
              at + " has an element twice");
      default -> {
        // Not written by Gatehouse.
      }
    }
  }

  private void number(String keyword, JsonValue says, JsonNumber number, String at) {
    switch (keyword) {
      case "minimum" -> require(number.doubleValue() >= number(says), at + " is below " + says);
      case "maximum" -> require(number.doubleValue() <= number(says), at + " is above " + says);
      default -> {
        // Not written by Gatehouse.
      }
    }
  }

  private static double number(JsonValue says) {
    return ((JsonNumber) says).doubleValue();
  }

  private JsonValue referred(String reference) {
    return reference.equals("#") ? root : root.getValue(reference.substring(1));
  }

  private long fitting(JsonValue alternatives, JsonValue value) {
    return alternatives.asJsonArray().stream().filter(schema -> fits(schema, value)).count();
  }

  private boolean fits(JsonValue schema, JsonValue value) {
    SchemaCheck check = new SchemaCheck(root);
    check.visit(schema, value, "");
    return check.problems.isEmpty();
  }

  private static boolean isOfType(JsonValue types, JsonValue value) {
    Stream<JsonValue> all = types instanceof JsonArray some ? some.stream() : Stream.of(types);
    return all.anyMatch(type -> isOfType(((JsonString) type).getString(), value));
  }

  private static boolean isOfType(String type, JsonValue value) {
    return switch (type) {
      case "integer" ->
          value instanceof JsonNumber number
              && number.bigDecimalValue().stripTrailingZeros().scale() <= 0;
      case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
      default -> value.getValueType().name().equalsIgnoreCase(type);
    };
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
