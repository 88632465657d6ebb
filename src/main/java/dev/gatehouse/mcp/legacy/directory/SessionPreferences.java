package dev.gatehouse.mcp.legacy.directory;

import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the client of a session has set since.
 *
 * @param followed the URIs of resources
 */
public record SessionPreferences(LogLevel logLevel, Set<String> followed) {
  static final SessionPreferences NONE = new SessionPreferences(LogLevel.INFO, Set.of());

  JsonObject toJson() {
    return Json.createObjectBuilder()
        .add("level", logLevel.name())
        .add("uris", Json.createArrayBuilder(followed))
        .build();
  }

  static SessionPreferences of(JsonObject json) {
    return new SessionPreferences(
        LogLevel.valueOf(json.getString("level")),
        json.getJsonArray("uris").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.toSet()));
  }
}
