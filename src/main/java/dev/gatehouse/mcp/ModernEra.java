package dev.gatehouse.mcp;

import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.tool.ToolDefinition;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
  private static final String META_SERVER = "io.modelcontextprotocol/serverInfo";
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
      JsonRpcMessage.Request request,
      McpHeaders headers,
      Access access,
      boolean mayStream,
      Passage passage) {
    ModernEnvelope envelope = ModernEnvelope.of(request, headers);
    if (request.method().equals("subscriptions/listen")) {
      return listen(request, access);
    }
    Call call = call(request, envelope, headers, access);
    return mayStream && call.streams()
        ? new McpResponse.Streamed(new StreamedCall(request, call, passage)::run)
        : McpResponse.ok(McpDispatcher.result(request, call));
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

  private Call call(
      JsonRpcMessage.Request request, ModernEnvelope envelope, McpHeaders headers, Access access) {
    JsonObject params = request.params();
    Listing<?> listing = listings.get(request.method());
    if (listing != null) {
      return (channel, cancellation) -> list(listing, params, access);
    }
    return switch (request.method()) {
      case "server/discover" -> (channel, cancellation) -> discover();
      case "tools/call" ->
          call(request, envelope, tool(params, headers, access), access, this::complete);
      case "prompts/get" ->
          call(request, envelope, prompts.get(params, access), access, this::complete);
      case "resources/read" ->
          call(request, envelope, resources.read(params, access), access, this::read);
      case "completion/complete" ->
          call(request, envelope, completions.complete(params, access), access, this::complete);
      default -> throw McpException.notFound(request.method());
    };
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
      ModernEnvelope envelope,
      Work work,
      Access access,
      UnaryOperator<JsonObjectBuilder> complete) {
    return new ModernCall(
        work,
        Params.progressToken(request.params()),
        envelope.logLevel(),
        envelope.capabilities(),
        rounds.open(request.params(), access.caller(), request.method(), work),
        complete,
        work.admit(access));
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
}
