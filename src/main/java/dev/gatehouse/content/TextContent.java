package dev.gatehouse.content;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Objects;
import java.util.Optional;

/**
 * Text.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/schema#textcontent">MCP
 *     TextContent</a>
 */
public record TextContent(String text, Optional<Annotations> annotations) implements Content {

  public TextContent {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(annotations, "annotations");
  }

  /** Text without annotations. */
  public TextContent(String text) {
    this(text, Optional.empty());
  }

  @Override
  public JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("type", "text").add("text", text);
    Annotations.add(annotations, json);
    return json.build();
  }
}
