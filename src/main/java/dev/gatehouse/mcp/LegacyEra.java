package dev.gatehouse.mcp;

import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.tool.ToolDefinition;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The era with a handshake, 2025-03-26 to 2025-11-25, served without sessions. What only this era
 * needs is in the classes named Legacy, so that it can be deleted in one move.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic">MCP 2025-11-25</a>
 */
final class LegacyEra implements Era {
  private final ServerInfo server;
  private final ToolMethods tools;
  private final Map<String, ToolListing> listings;

  LegacyEra(ServerInfo server, ToolRegistry registry) {
    this.server = server;
    this.tools = new ToolMethods(registry);
    this.listings =
        ProtocolVersion.LEGACY_SUPPORTED.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    version ->
                        new ToolListing(
                            registry.all(), tool -> tool.toJson(structured(tool, version)))));
  }

  // Structured content came with 2025-06-18 and had to be an object until 2026-07-28.
  private static boolean structured(ToolDefinition tool, String version) {
    return version.compareTo(ProtocolVersion.STRUCTURED) >= 0 && tool.result().isObject();
  }

  /** The version that a request without a session is in: its header's, else the oldest. */
  static String version(McpHeaders headers) {
    return headers.protocolVersion().orElse(ProtocolVersion.OLDEST);
  }

  @Override
  public Call prepare(JsonRpcMessage.Request request, McpHeaders headers, Access access) {
    return switch (request.method()) {
      case "initialize" -> initialize(request.params());
      case "ping" -> () -> JsonValue.EMPTY_JSON_OBJECT;
      case "tools/list" -> list(request.params(), version(headers), access);
      case "tools/call" -> call(request.params(), version(headers), access);
      default -> throw McpException.inBand(McpException.unknownMethod(request.method()));
    };
  }

  private Call initialize(JsonObject params) {
    if (!(params.get("protocolVersion") instanceof JsonString requested)) {
      throw McpException.inBand(
          new JsonRpcError(JsonRpcError.INVALID_PARAMS, "params.protocolVersion must be a string"));
    }
    String version =
        ProtocolVersion.LEGACY_SUPPORTED.contains(requested.getString())
            ? requested.getString()
            : ProtocolVersion.NEWEST_LEGACY;
    return () -> handshake(version);
  }

  private JsonObject handshake(String version) {
    var result =
        Json.createObjectBuilder()
            .add("protocolVersion", version)
            .add(
                "capabilities",
                Json.createObjectBuilder().add("tools", JsonValue.EMPTY_JSON_OBJECT))
            .add("serverInfo", server.implementation());
    server.instructions().ifPresent(text -> result.add("instructions", text));
    return result.build();
  }

  private Call list(JsonObject params, String version, Access access) {
    ToolMethods.refuseCursor(params);
    return () ->
        Json.createObjectBuilder().add("tools", listings.get(version).visibleTo(access)).build();
  }

  private Call call(JsonObject params, String version, Access access) {
    ToolDefinition tool = tools.tool(params);
    access.demand(tool.declaration());
    JsonObject arguments = ToolMethods.arguments(params);
    return () -> tools.call(tool, arguments).toJson(structured(tool, version)).build();
  }
}
