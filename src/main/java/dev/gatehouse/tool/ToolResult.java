package dev.gatehouse.tool;

import dev.gatehouse.content.Content;
import dev.gatehouse.content.TextContent;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a tool answers: content blocks, perhaps the same as structured content, perhaps a failure.
 *
 * @param content the blocks, in order; may be empty
 * @param structured the same as JSON, which must fit the tool's output schema; a client before
 *     2025-06-18 gets the content only
 * @param isError whether the tool says no
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools#tool-result">
 *     MCP tool results</a>
 */
public record ToolResult(List<Content> content, Optional<JsonValue> structured, boolean isError) {

  /**
   * Copies the blocks.
   *
   * @param content the blocks, in order; may be empty
   * @param structured the same as JSON, which must fit the tool's output schema; a client before
   *     2025-06-18 gets the content only
   * @param isError whether the tool says no
   * @throws NullPointerException for null
   */
  public ToolResult {
    content = List.copyOf(content);
    Objects.requireNonNull(structured, "structured");
  }

  /**
   * Content of any kind.
   *
   * @param content the blocks, in order
   * @return a result without structured content
   */
  public static ToolResult of(Content... content) {
    return of(List.of(content));
  }

  /**
   * Content of any kind.
   *
   * @param content the blocks, in order
   * @return a result without structured content
   */
  public static ToolResult of(List<? extends Content> content) {
    return new ToolResult(List.copyOf(content), Optional.empty(), false);
  }

  /**
   * A failure in content of any kind.
   *
   * @param content the blocks, in order
   * @return a result with {@code isError}
   */
  public static ToolResult error(List<? extends Content> content) {
    return new ToolResult(List.copyOf(content), Optional.empty(), true);
  }

  /**
   * Text for the model.
   *
   * @param text the only block
   * @return a result without structured content
   */
  public static ToolResult text(String text) {
    return new ToolResult(List.of(new TextContent(text)), Optional.empty(), false);
  }

  /** {@return a result that says nothing} */
  public static ToolResult empty() {
    return new ToolResult(List.of(), Optional.empty(), false);
  }

  /**
   * A value, and the same as text for clients that read only text.
   *
   * @param value what fits the tool's output schema
   * @param text the same as text
   * @return a result with structured content
   */
  public static ToolResult structured(JsonValue value, String text) {
    return new ToolResult(List.of(new TextContent(text)), Optional.of(value), false);
  }

  /**
   * A failure that the model can read and act on.
   *
   * @param text what went wrong
   * @return a result with {@code isError}
   */
  public static ToolResult error(String text) {
    return new ToolResult(List.of(new TextContent(text)), Optional.empty(), true);
  }

  /**
   * The result as it goes over the wire.
   *
   * @param withStructured whether the peer knows structured content
   * @return a new builder
   */
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
