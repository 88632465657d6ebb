package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client may declare that it can be asked for.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">MCP client
 *     capabilities</a>
 */
public enum Capability {
  ELICITATION_FORM("elicitation", "form"),
  ELICITATION_URL("elicitation", "url"),
  SAMPLING("sampling", ""),
  SAMPLING_CONTEXT("sampling", "context"),
  ROOTS("roots", "");

  private final String feature;
  private final String part;

  Capability(String feature, String part) {
    this.feature = feature;
    this.part = part;
  }

  boolean isDeclaredIn(JsonObject capabilities) {
    if (!(capabilities.get(feature) instanceof JsonObject declared)) {
      return false;
    }
    // Until 2025-11-25 there were only forms, so a client that says nothing more means these.
    return part.isEmpty()
        || declared.get(part) instanceof JsonObject
        || (this == ELICITATION_FORM && !declared.containsKey("url"));
  }

  /** As error -32021 lists them in {@code data.requiredCapabilities}. */
  static JsonObject toJson(Set<Capability> capabilities) {
    Map<String, JsonObjectBuilder> features = new LinkedHashMap<>();
    for (Capability capability : new TreeSet<>(capabilities)) {
      JsonObjectBuilder parts =
          features.computeIfAbsent(capability.feature, name -> Json.createObjectBuilder());
      if (!capability.part.isEmpty()) {
        parts.add(capability.part, JsonValue.EMPTY_JSON_OBJECT);
      }
    }
    var json = Json.createObjectBuilder();
    features.forEach(json::add);
    return json.build();
  }
}
