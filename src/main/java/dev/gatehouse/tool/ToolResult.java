package dev.gatehouse.tool;

import dev.gatehouse.content.Content;
import dev.gatehouse.content.TextContent;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a tool answers: content blocks, perhaps the same as structured content, perhaps a failure.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools#tool-result">
 *     MCP tool results</a>
 */
public record ToolResult(List<Content> content, Optional<JsonValue> structured, boolean isError) {

  public ToolResult {
    content = List.copyOf(content);
    Objects.requireNonNull(structured, "structured");
  }

  /** Content of any kind. */
  public static ToolResult of(Content... content) {
    return of(List.of(content));
  }

  /** Content of any kind. */
  public static ToolResult of(List<? extends Content> content) {
    return new ToolResult(List.copyOf(content), Optional.empty(), false);
  }

  /** A failure in content of any kind. */
  public static ToolResult error(List<? extends Content> content) {
    return new ToolResult(List.copyOf(content), Optional.empty(), true);
  }

  /** Text for the model. */
  public static ToolResult text(String text) {
    return new ToolResult(List.of(new TextContent(text)), Optional.empty(), false);
  }

  /** Nothing to say. */
  public static ToolResult empty() {
    return new ToolResult(List.of(), Optional.empty(), false);
  }

  /** A value, and the same as text for clients that read only text. */
  public static ToolResult structured(JsonValue value, String text) {
    return new ToolResult(List.of(new TextContent(text)), Optional.of(value), false);
  }

  /** A failure that the model can read and act on. */
  public static ToolResult error(String text) {
    return new ToolResult(List.of(new TextContent(text)), Optional.empty(), true);
  }

  /** The result as it goes over the wire; without structured content for peers that lack it. */
  public JsonObjectBuilder toJson(boolean withStructured) {
    var blocks = Json.createArrayBuilder();
    content.forEach(block -> blocks.add(block.toJson()));
    JsonObjectBuilder json = Json.createObjectBuilder().add("content", blocks);
    if (withStructured) {
      structured.ifPresent(value -> json.add("structuredContent", value));
    }
    return json.add("isError", isError);
  }
}
