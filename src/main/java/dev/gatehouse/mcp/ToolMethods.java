package dev.gatehouse.mcp;

import dev.gatehouse.client.Exchange;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.tool.ToolDefinition;
import dev.gatehouse.tool.ToolRegistry;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** {@code tools/call}, as far as both eras agree. */
final class ToolMethods {
  private final ToolRegistry registry;

  ToolMethods(ToolRegistry registry) {
    this.registry = registry;
  }

  /** The tool that these params name. */
  ToolDefinition tool(JsonObject params) {
    if (!(params.get("name") instanceof JsonString name)) {
      throw invalid("params.name must be a string");
    }
    return registry
        .find(name.getString())
        .orElseThrow(() -> invalid("Unknown tool: " + McpException.brief(name.getString())));
  }

  /** The arguments in these params; none when absent. */
  static JsonObject arguments(JsonObject params) {
    JsonValue arguments = params.getOrDefault("arguments", JsonValue.EMPTY_JSON_OBJECT);
    if (!(arguments instanceof JsonObject)) {
      throw invalid("params.arguments must be an object");
    }
    return arguments.asJsonObject();
  }

  ToolResult call(ToolDefinition tool, JsonObject arguments) {
    return registry.call(tool, arguments, Exchange.none());
  }

  /** Pages are not used, so there is no cursor that could be valid. */
  static void refuseCursor(JsonObject params) {
    if (params.containsKey("cursor")) {
      throw invalid("Unknown cursor");
    }
  }

  private static McpException invalid(String message) {
    return McpException.inBand(new JsonRpcError(JsonRpcError.INVALID_PARAMS, message));
  }
}
