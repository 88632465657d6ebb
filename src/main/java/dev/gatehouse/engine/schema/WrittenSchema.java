package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** A schema that a tool's author wrote, and the headers that it asks for. */
record WrittenSchema(JsonObject schema, List<HeaderParameter> headers) {
  private static final String HEADER = "x-mcp-header";

  static WrittenSchema parse(String text, List<String> problems) {
    JsonObject schema = JsonValue.EMPTY_JSON_OBJECT;
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      schema = reader.readObject();
    } catch (JsonException e) {
      problems.add("inputSchema: is not a JSON object: " + e.getMessage());
      return new WrittenSchema(schema, List.of());
    }
    if (!JsonType.typed("object").get("type").equals(schema.get("type"))) {
      problems.add("inputSchema: must have \"type\": \"object\" at its root");
    }
    ClientSubset.keys("", schema, problems);
    return new WrittenSchema(schema, headers(schema, problems));
  }

  private static List<HeaderParameter> headers(JsonObject schema, List<String> problems) {
    HeaderRules rules = new HeaderRules(problems);
    long atTheTop = 0;
    if (schema.get("properties") instanceof JsonObject properties) {
      for (String name : properties.keySet()) {
        if (properties.get(name) instanceof JsonObject property && property.containsKey(HEADER)) {
          rules.check(name, header(property), property);
          atTheTop++;
        }
      }
    }
    if (count(schema) > atTheTop) {
      problems.add("inputSchema: only a property at the top can have an " + HEADER);
    }
    return rules.accepted();
  }

  // What is no string is no token either, and refused as such.
  private static String header(JsonObject property) {
    return property.get(HEADER) instanceof JsonString text ? text.getString() : "";
  }

  private static long count(JsonValue value) {
    if (value instanceof JsonObject object) {
      long own = object.containsKey(HEADER) ? 1 : 0;
      return own + object.values().stream().mapToLong(WrittenSchema::count).sum();
    }
    return value.getValueType() == JsonValue.ValueType.ARRAY
        ? value.asJsonArray().stream().mapToLong(WrittenSchema::count).sum()
        : 0;
  }
}
