package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What JSON Schema allows and widespread clients don't: one such tool has them refuse all tools of
 * the server. The table is in docs/write-a-tool.md.
 */
final class ClientSubset {
  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");

  private ClientSubset() {}

  /** Notes a property's name that can't be sent to a model. */
  static void key(String path, String name, List<String> problems) {
    if (!KEY.matcher(name).matches()) {
      problems.add(path + ": a key has 1 to 64 of A-Z a-z 0-9 _ . -, or clients refuse all tools");
    }
  }

  /** The same for all properties that a schema names, at any depth. */
  static void keys(String path, JsonObject schema, List<String> problems) {
    if (schema.get("properties") instanceof JsonObject properties) {
      properties.forEach(
          (name, property) -> {
            key(path + name, name, problems);
            if (property instanceof JsonObject nested) {
              keys(path + name + ".", nested, problems);
            }
          });
    }
  }
}
