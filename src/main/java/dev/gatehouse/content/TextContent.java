package dev.gatehouse.content;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Objects;
import java.util.Optional;

/**
 * Text.
 *
 * @param text for the model, or for whom the annotations name
 * @param annotations for whom it is, how important and how old
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#textcontent">MCP
 *     TextContent</a>
 */
public record TextContent(String text, Optional<Annotations> annotations) implements Content {

  /**
   * Checks that nothing is missing.
   *
   * @param text for the model, or for whom the annotations name
   * @param annotations for whom it is, how important and how old
   * @throws NullPointerException for null
   */
  public TextContent {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(annotations, "annotations");
  }

  /**
   * Text without annotations.
   *
   * @param text any text
   */
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
