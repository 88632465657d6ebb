package dev.gatehouse.mcp;

import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.tool.ToolDefinition;
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
  private static final int RESOURCE_NOT_FOUND = -32002;

  private final ServerInfo server;
  private final Offer offer;
  private final ToolMethods tools;
  private final PromptMethods prompts;
  private final ResourceMethods resources;
  private final CompletionMethods completions;
  private final Map<String, Map<String, Listing<?>>> listings;

  LegacyEra(ServerInfo server, Offer offer) {
    this.server = server;
    this.offer = offer;
    this.tools = new ToolMethods(offer.tools);
    this.prompts = new PromptMethods(offer.prompts);
    this.resources = new ResourceMethods(offer.resources, RESOURCE_NOT_FOUND);
    this.completions = new CompletionMethods(offer.completions, offer.prompts, offer.resources);
    this.listings =
        ProtocolVersion.LEGACY_SUPPORTED.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    version -> Listings.of(offer, tool -> tool.toJson(structured(tool, version)))));
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
    String version = version(headers);
    JsonObject params = request.params();
    Listing<?> listing = listings.getOrDefault(version, Map.of()).get(request.method());
    if (listing != null) {
      return (channel, cancellation) -> listing.page(params, access).build();
    }
    return switch (request.method()) {
      case "initialize" -> initialize(params);
      case "ping" -> (channel, cancellation) -> JsonValue.EMPTY_JSON_OBJECT;
      case "tools/call" -> call(params, tool(params, version, access));
      case "prompts/get" -> call(params, prompts.get(params, access));
      case "resources/read" -> call(params, resources.read(params, access));
      case "completion/complete" -> call(params, completions.complete(params, access));
      default -> throw McpException.inBand(McpException.unknownMethod(request.method()));
    };
  }

  private Work tool(JsonObject params, String version, Access access) {
    ToolDefinition tool = tools.tool(params, access);
    return tools.call(tool, params, structured(tool, version));
  }

  private static Call call(JsonObject params, Work work) {
    return new LegacyCall(work, Params.progressToken(params));
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
    return (channel, cancellation) -> handshake(version);
  }

  private JsonObject handshake(String version) {
    var result =
        Json.createObjectBuilder()
            .add("protocolVersion", version)
            .add("capabilities", offer.capabilities(false))
            .add("serverInfo", server.implementation());
    server.instructions().ifPresent(text -> result.add("instructions", text));
    return result.build();
  }
}
