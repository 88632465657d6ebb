package dev.gatehouse.tool;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * What a tool answers: content blocks, perhaps the same as structured content, perhaps a failure.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools#tool-result">
 *     MCP tool results</a>
 */
public record ToolResult(JsonArray content, Optional<JsonValue> structured, boolean isError) {

  /** Text for the model. */
  public static ToolResult text(String text) {
    return new ToolResult(textBlock(text), Optional.empty(), false);
  }

  /** Nothing to say. */
  public static ToolResult empty() {
    return new ToolResult(JsonValue.EMPTY_JSON_ARRAY, Optional.empty(), false);
  }

  /** A value, and the same as text for clients that read only text. */
  public static ToolResult structured(JsonValue value, String text) {
    return new ToolResult(textBlock(text), Optional.of(value), false);
  }

  /** A failure that the model can read and act on. */
  public static ToolResult error(String text) {
    return new ToolResult(textBlock(text), Optional.empty(), true);
  }

  /** The result as it goes over the wire; without structured content for peers that lack it. */
  public JsonObjectBuilder toJson(boolean withStructured) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("content", content);
    if (withStructured) {
      structured.ifPresent(value -> json.add("structuredContent", value));
    }
    return json.add("isError", isError);
  }

  private static JsonArray textBlock(String text) {
    JsonObject block = Json.createObjectBuilder().add("type", "text").add("text", text).build();
    return Json.createArrayBuilder().add(block).build();
  }
}
