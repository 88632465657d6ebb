package dev.gatehouse.mcp;

import static dev.gatehouse.mcp.McpException.HEADER_MISMATCH;
import static dev.gatehouse.mcp.McpException.UNSUPPORTED_VERSION;
import static dev.gatehouse.mcp.McpException.badRequest;
import static dev.gatehouse.mcp.McpException.brief;

import dev.gatehouse.client.LogLevel;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.tool.ToolDefinition;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * The era without handshake and sessions, since 2026-07-28: each request says all about itself.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">MCP 2026-07-28</a>
 */
final class ModernEra implements Era {
  static final String META_VERSION = "io.modelcontextprotocol/protocolVersion";
  private static final String META_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  private static final String META_LOG_LEVEL = "io.modelcontextprotocol/logLevel";
  private static final String META_SERVER = "io.modelcontextprotocol/serverInfo";
  private static final JsonObject LIST_CHANGED =
      Json.createObjectBuilder().add("listChanged", true).build();
  private static final int DISCOVER_TTL_MS = 3_600_000;
  private static final int LIST_TTL_MS = 60_000;

  private final ServerInfo server;
  private final ToolMethods tools;
  private final ToolListing listing;
  private final JsonObject meta;

  ModernEra(ServerInfo server, ToolRegistry registry) {
    this.server = server;
    this.tools = new ToolMethods(registry);
    this.listing = new ToolListing(registry.all(), tool -> tool.toJson(true));
    this.meta = Json.createObjectBuilder().add(META_SERVER, server.implementation()).build();
  }

  @Override
  public Call prepare(JsonRpcMessage.Request request, McpHeaders headers, Access access) {
    String version = checkEnvelope(request.params());
    checkAgreement(request, headers, version);
    if (!ProtocolVersion.MODERN_SUPPORTED.contains(version)) {
      throw unsupported(version);
    }
    checkPresence(request, headers);
    return switch (request.method()) {
      case "server/discover" -> (channel, cancellation) -> discover();
      case "tools/list" -> list(request.params(), access);
      case "tools/call" -> call(request.params(), headers, access);
      case "subscriptions/listen" -> listen(request.params());
      default -> throw McpException.notFound(request.method());
    };
  }

  private static String checkEnvelope(JsonObject params) {
    if (!(params.get("_meta") instanceof JsonObject meta)) {
      throw invalidEnvelope(
          "params._meta with " + META_VERSION + " and " + META_CAPABILITIES + " is missing");
    }
    if (!(meta.get(META_VERSION) instanceof JsonString version)) {
      throw invalidEnvelope("params._meta[\"" + META_VERSION + "\"] must be a string");
    }
    if (!(meta.get(META_CAPABILITIES) instanceof JsonObject)) {
      throw invalidEnvelope("params._meta[\"" + META_CAPABILITIES + "\"] must be an object");
    }
    if (meta.containsKey(META_LOG_LEVEL) && logLevel(meta).isEmpty()) {
      throw invalidEnvelope("params._meta[\"" + META_LOG_LEVEL + "\"] is no log level");
    }
    return version.getString();
  }

  private static Optional<LogLevel> logLevel(JsonObject meta) {
    return meta.get(META_LOG_LEVEL) instanceof JsonString name
        ? LogLevel.of(name.getString())
        : Optional.empty();
  }

  private static void checkAgreement(
      JsonRpcMessage.Request request, McpHeaders headers, String version) {
    if (headers.protocolVersion().filter(header -> !header.equals(version)).isPresent()) {
      throw mismatch("MCP-Protocol-Version differs from _meta[\"" + META_VERSION + "\"]");
    }
    if (headers.method().filter(header -> !header.equals(request.method())).isPresent()) {
      throw mismatch("Mcp-Method differs from method");
    }
  }

  private static void checkPresence(JsonRpcMessage.Request request, McpHeaders headers) {
    if (headers.protocolVersion().isEmpty()) {
      throw mismatch("The header MCP-Protocol-Version is missing");
    }
    if (headers.method().isEmpty()) {
      throw mismatch("The header Mcp-Method is missing");
    }
    Optional<String> member = namedBy(request.method());
    if (member.isPresent()) {
      checkName(headers, member.get(), request.params().get(member.get()));
    }
  }

  private static Optional<String> namedBy(String method) {
    return switch (method) {
      case "tools/call", "prompts/get" -> Optional.of("name");
      case "resources/read" -> Optional.of("uri");
      default -> Optional.empty();
    };
  }

  private static void checkName(McpHeaders headers, String member, JsonValue value) {
    String raw = headers.name().orElseThrow(() -> mismatch("The header Mcp-Name is missing"));
    String name =
        HeaderValue.decode(raw).orElseThrow(() -> mismatch("The header Mcp-Name is malformed"));
    if (!(value instanceof JsonString text) || !text.getString().equals(name)) {
      throw mismatch("Mcp-Name differs from params." + member);
    }
  }

  private JsonObject discover() {
    JsonObjectBuilder result =
        complete()
            .add("supportedVersions", Json.createArrayBuilder(ProtocolVersion.MODERN_SUPPORTED))
            .add("capabilities", Json.createObjectBuilder().add("tools", LIST_CHANGED));
    server.instructions().ifPresent(text -> result.add("instructions", text));
    return result.add("ttlMs", DISCOVER_TTL_MS).add("cacheScope", "public").build();
  }

  private Call list(JsonObject params, Access access) {
    ToolMethods.refuseCursor(params);
    // Private, because the list depends on what the caller's token allows.
    return (channel, cancellation) ->
        complete()
            .add("tools", listing.visibleTo(access))
            .add("ttlMs", LIST_TTL_MS)
            .add("cacheScope", "private")
            .build();
  }

  private Call call(JsonObject params, McpHeaders headers, Access access) {
    ToolDefinition tool = tools.tool(params);
    access.demand(tool);
    JsonObject arguments = ToolMethods.arguments(params);
    ParameterHeaders.check(tool.arguments().headerParameters(), arguments, headers);
    return new ToolCall(
        tools.registry(),
        tool,
        arguments,
        ToolCall.progressToken(params),
        logLevel(params.getJsonObject("_meta")),
        true,
        result -> merge(complete(), result.toJson(true)));
  }

  private static Call listen(JsonObject params) {
    // The place to ask whether this caller may read the resource; every URI is honoured so far.
    return new ListenCall(SubscriptionFilter.of(params, uri -> true));
  }

  private static JsonObject merge(JsonObjectBuilder envelope, JsonObjectBuilder result) {
    return envelope.addAll(result).build();
  }

  private JsonObjectBuilder complete() {
    return Json.createObjectBuilder().add("resultType", "complete").add("_meta", meta);
  }

  private static McpException unsupported(String version) {
    return badRequest(
        UNSUPPORTED_VERSION,
        "Unsupported protocol version",
        Json.createObjectBuilder()
            .add("supported", Json.createArrayBuilder(ProtocolVersion.MODERN_SUPPORTED))
            .add("requested", brief(version))
            .build());
  }

  private static McpException invalidEnvelope(String message) {
    return badRequest(JsonRpcError.INVALID_PARAMS, message);
  }

  private static McpException mismatch(String message) {
    return badRequest(HEADER_MISMATCH, message);
  }
}
