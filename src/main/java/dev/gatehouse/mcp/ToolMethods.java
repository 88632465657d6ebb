package dev.gatehouse.mcp;

import dev.gatehouse.tool.ToolDefinition;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.json.JsonObject;
import java.util.Optional;

/** {@code tools/call}, as far as both eras agree. */
record ToolMethods(ToolRegistry registry) {

  /** The tool that these params name, which the caller may use. */
  ToolDefinition tool(JsonObject params, Access access) {
    String name = Params.text(params, "name");
    ToolDefinition tool =
        registry
            .find(name)
            .orElseThrow(() -> Params.invalid("Unknown tool: " + McpException.brief(name)));
    CallAttempt.of(tool, params).demand(access);
    return tool;
  }

  /** A call of the tool; with or without structured content in its result. */
  Work call(ToolDefinition tool, JsonObject params, boolean structured) {
    JsonObject arguments = Params.object(params, "arguments");
    return new Work(
        tool.name(),
        arguments,
        tool.uses(),
        exchange -> registry.call(tool, arguments, exchange).toJson(structured),
        Optional.of(CallAttempt.of(tool, params)));
  }
}
