package dev.gatehouse.mcp;

import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.ClientChannel;
import dev.gatehouse.client.Exchange;
import dev.gatehouse.client.LogLevel;
import dev.gatehouse.client.McpLog;
import dev.gatehouse.client.Progress;
import dev.gatehouse.tool.ToolDefinition;
import dev.gatehouse.tool.ToolRegistry;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Function;

/** A {@code tools/call} that passed all checks. */
record ToolCall(
    ToolRegistry registry,
    ToolDefinition tool,
    JsonObject arguments,
    Optional<JsonValue> progressToken,
    Optional<LogLevel> logLevel,
    boolean noticesDisconnects,
    Function<ToolResult, JsonObject> shape)
    implements Era.Call {

  /** The token in these params, if it is a string or an integer. */
  static Optional<JsonValue> progressToken(JsonObject params) {
    return params.get("_meta") instanceof JsonObject meta
        ? Optional.ofNullable(meta.get("progressToken"))
            .filter(
                token ->
                    token instanceof JsonString
                        || token instanceof JsonNumber number && number.isIntegral())
        : Optional.empty();
  }

  @Override
  public boolean streams() {
    return progressToken.isPresent() && tool.uses(Progress.class)
        || logLevel.isPresent() && tool.uses(McpLog.class)
        || noticesDisconnects && tool.uses(Cancellation.class);
  }

  @Override
  public JsonObject run(ClientChannel channel, Cancellation cancellation) {
    Exchange exchange =
        new Exchange(
            new Progress(channel, progressToken),
            new McpLog(channel, tool.name(), logLevel),
            cancellation,
            Exchange.none().input());
    return shape.apply(registry.call(tool, arguments, exchange));
  }
}
