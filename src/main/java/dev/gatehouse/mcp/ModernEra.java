package dev.gatehouse.mcp;

import static dev.gatehouse.mcp.McpException.HEADER_MISMATCH;
import static dev.gatehouse.mcp.McpException.UNSUPPORTED_VERSION;
import static dev.gatehouse.mcp.McpException.badRequest;
import static dev.gatehouse.mcp.McpException.brief;

import dev.gatehouse.client.ClientCapabilities;
import dev.gatehouse.client.LogLevel;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.tool.ToolDefinition;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
  private final Offer offer;
  private final Rounds rounds;
  private final Subscriptions subscriptions;
  private final ToolMethods tools;
  private final PromptMethods prompts;
  private final ResourceMethods resources;
  private final CompletionMethods completions;
  private final Map<String, Listing<?>> listings;
  private final JsonObject meta;

  ModernEra(ServerInfo server, Offer offer, Rounds rounds, Subscriptions subscriptions) {
    this.server = server;
    this.offer = offer;
    this.rounds = rounds;
    this.subscriptions = subscriptions;
    this.tools = new ToolMethods(offer.tools);
    this.prompts = new PromptMethods(offer.prompts);
    this.resources = new ResourceMethods(offer.resources, JsonRpcError.INVALID_PARAMS);
    this.completions = new CompletionMethods(offer.completions, offer.prompts, offer.resources);
    this.listings = Listings.of(offer, tool -> tool.toJson(true));
    this.meta = Json.createObjectBuilder().add(META_SERVER, server.implementation()).build();
  }

  @Override
  public McpResponse answer(
      JsonRpcMessage.Request request, McpHeaders headers, Access access, boolean mayStream) {
    checkRequest(request, headers);
    if (request.method().equals("subscriptions/listen")) {
      return listen(request, access);
    }
    Call call = call(request, headers, access);
    return mayStream && call.streams()
        ? new McpResponse.Streamed(new StreamedCall(request, call)::run)
        : McpResponse.ok(McpDispatcher.result(request, call));
  }

  private static void checkRequest(JsonRpcMessage.Request request, McpHeaders headers) {
    String version = checkEnvelope(request.params());
    checkAgreement(request, headers, version);
    if (!ProtocolVersion.MODERN_SUPPORTED.contains(version)) {
      throw unsupported(version);
    }
    checkPresence(request, headers);
  }

  private McpResponse listen(JsonRpcMessage.Request request, Access access) {
    SubscriptionFilter filter =
        SubscriptionFilter.of(request.params(), uri -> resources.isReadable(uri, access));
    String caller = access.caller();
    Instant until = access.until();
    subscriptions.demandRoom(caller);
    return new McpResponse.Listening(
        out -> subscriptions.open(caller, request.id(), filter, out, Optional.of(until)));
  }

  private Call call(JsonRpcMessage.Request request, McpHeaders headers, Access access) {
    Listing<?> listing = listings.get(request.method());
    return listing != null
        ? (channel, cancellation) -> list(listing, request.params(), access)
        : method(request, headers, access);
  }

  private Call method(JsonRpcMessage.Request request, McpHeaders headers, Access access) {
    JsonObject params = request.params();
    return switch (request.method()) {
      case "server/discover" -> (channel, cancellation) -> discover();
      case "tools/call" -> call(request, tool(params, headers, access), access, this::complete);
      case "prompts/get" -> call(request, prompts.get(params, access), access, this::complete);
      case "resources/read" -> call(request, resources.read(params, access), access, this::read);
      case "completion/complete" ->
          call(request, completions.complete(params, access), access, this::complete);
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
        Json.createObjectBuilder()
            .add("supportedVersions", Json.createArrayBuilder(ProtocolVersion.MODERN_SUPPORTED))
            .add("capabilities", offer.capabilities());
    server.instructions().ifPresent(text -> result.add("instructions", text));
    return complete(result).add("ttlMs", DISCOVER_TTL_MS).add("cacheScope", "public").build();
  }

  // Private, because the list depends on what the caller's token allows.
  private JsonObject list(Listing<?> listing, JsonObject params, Access access) {
    return complete(listing.page(params, access))
        .add("ttlMs", LIST_TTL_MS)
        .add("cacheScope", "private")
        .build();
  }

  private Work tool(JsonObject params, McpHeaders headers, Access access) {
    ToolDefinition tool = tools.tool(params, access);
    Work work = tools.call(tool, params, true);
    ParameterHeaders.check(tool.arguments().headerParameters(), work.arguments(), headers);
    return work;
  }

  private Call call(
      JsonRpcMessage.Request request,
      Work work,
      Access access,
      UnaryOperator<JsonObjectBuilder> complete) {
    JsonObject own = request.params().getJsonObject("_meta");
    return new ModernCall(
        work,
        Params.progressToken(request.params()),
        logLevel(own),
        ClientCapabilities.of(own.getJsonObject(META_CAPABILITIES)),
        rounds.open(request.params(), access.caller(), request.method(), work),
        complete);
  }

  private JsonObjectBuilder complete(JsonObjectBuilder result) {
    return Json.createObjectBuilder()
        .add("resultType", "complete")
        .addAll(result)
        .add("_meta", meta);
  }

  private JsonObjectBuilder read(JsonObjectBuilder result) {
    return complete(result).add("ttlMs", 0).add("cacheScope", "private");
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
