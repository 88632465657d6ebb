package dev.gatehouse.mcp.method;

import dev.gatehouse.engine.tool.ToolDefinition;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.JsonObject;
import java.util.Optional;

/** {@code tools/call}, as far as both eras agree. */
public record ToolsCall(ToolRegistry registry) {

  /** The tool that these params name, which the caller may use. */
  public ToolDefinition tool(JsonObject params, Authorization access) {
    String name = Params.text(params, "name");
    ToolDefinition tool =
        registry
            .find(name)
            .orElseThrow(() -> Params.invalid("Unknown tool: " + McpException.brief(name)));
    access.demand(MethodCall.of(tool, params));
    return tool;
  }

  /** A call of the tool; with or without structured content in its result. */
  public PreparedCall call(ToolDefinition tool, JsonObject params, boolean structured) {
    JsonObject arguments = Params.object(params, "arguments");
    return new PreparedCall(
        tool.name(),
        arguments,
        tool.uses(),
        exchange -> registry.call(tool, arguments, exchange).toJson(structured),
        e -> ToolResult.error(e.getMessage()).toJson(structured),
        Optional.of(MethodCall.of(tool, params)));
  }
}
