package dev.gatehouse.mcp.modern;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.Settings;
import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.CallRunner;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.mcp.call.ResultType;
import dev.gatehouse.mcp.call.ServerInfo;
import dev.gatehouse.mcp.call.StreamedCall;
import dev.gatehouse.mcp.method.CompletionComplete;
import dev.gatehouse.mcp.method.Listing;
import dev.gatehouse.mcp.method.Listings;
import dev.gatehouse.mcp.method.McpMethod;
import dev.gatehouse.mcp.method.PromptsGet;
import dev.gatehouse.mcp.method.ResourcesRead;
import dev.gatehouse.mcp.method.ServerFeatures;
import dev.gatehouse.mcp.method.ToolsCall;
import dev.gatehouse.mcp.modern.round.MultiRoundTrip;
import dev.gatehouse.mcp.modern.round.StateSeal;
import dev.gatehouse.mcp.modern.task.TaskRequest;
import dev.gatehouse.mcp.modern.task.Tasks;
import dev.gatehouse.mcp.stream.StreamSlots;
import dev.gatehouse.tool.AccessDeniedException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The era without handshake and sessions, since 2026-07-28: each request says all about itself.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">MCP 2026-07-28</a>
 */
public final class ModernEra implements Era {
  private static final String META_SERVER = "io.modelcontextprotocol/serverInfo";
  private static final int DISCOVER_TTL_MS = 3_600_000;
  private static final int LIST_TTL_MS = 60_000;

  private final ServerInfo server;
  private final ServerFeatures features;
  private final MultiRoundTrip rounds;
  private final Subscriptions subscriptions;
  private final ToolCalls tools;
  private final PromptsGet prompts;
  private final ResourcesRead resources;
  private final CompletionComplete completions;
  private final Map<McpMethod, Listing<?>> listings;
  private final JsonObject meta;

  /** As the settings say. */
  public ModernEra(
      ServerInfo server,
      ServerFeatures features,
      Settings settings,
      StreamSlots slots,
      Nodes nodes) {
    this(
        server,
        features,
        new MultiRoundTrip(StateSeal.of(settings, nodes), Clock.systemUTC()),
        new Subscriptions(slots),
        new Tasks(settings, nodes, new ToolsCall(features.tools())));
  }

  ModernEra(
      ServerInfo server,
      ServerFeatures features,
      MultiRoundTrip rounds,
      Subscriptions subscriptions,
      Tasks tasks) {
    this.server = server;
    this.features = features;
    this.rounds = rounds;
    this.subscriptions = subscriptions;
    this.tools = new ToolCalls(new ToolsCall(features.tools()), tasks, features);
    this.prompts = new PromptsGet(features.prompts());
    this.resources = new ResourcesRead(features.resources(), JsonRpcError.INVALID_PARAMS);
    this.completions =
        new CompletionComplete(features.completions(), features.prompts(), features.resources());
    this.listings = Listings.of(features, tool -> tool.toJson(true));
    this.meta = Json.createObjectBuilder().add(META_SERVER, server.implementation()).build();
  }

  @Override
  public McpResponse answer(
      JsonRpcMessage.Request request,
      McpHeaders headers,
      Authorization access,
      boolean mayStream,
      RequestObservation observation) {
    Optional<McpMethod> known = McpMethod.find(request.method()).filter(tools::offers);
    RequestMetadata envelope = RequestMetadata.of(request, headers, known);
    McpMethod method = known.orElseThrow(() -> McpException.notFound(request.method()));
    if (method == McpMethod.SUBSCRIPTIONS_LISTEN) {
      return listen(request, envelope, access);
    }
    Call call = call(method, request, envelope, headers, access);
    return mayStream && call.streams()
        ? new McpResponse.Streamed(new StreamedCall(request, call, observation)::run)
        : McpResponse.ok(CallRunner.run(request, call));
  }

  private McpResponse listen(
      JsonRpcMessage.Request request, RequestMetadata envelope, Authorization access) {
    String caller = access.caller();
    Instant until = access.until();
    subscriptions.demandRoom(caller);
    SubscriptionFilter filter =
        SubscriptionFilter.of(
            request.params(),
            uri -> resources.isReadable(uri, access) && isRead(uri, request, envelope, access));
    return new McpResponse.Listening(
        out -> subscriptions.open(caller, request.id(), filter, out, Optional.of(until)));
  }

  // What may not be read may not be followed, and only the resource itself knows whose it is.
  private boolean isRead(
      String uri, JsonRpcMessage.Request request, RequestMetadata envelope, Authorization access) {
    JsonObject params = Json.createObjectBuilder().add("uri", uri).build();
    JsonRpcMessage.Request reading =
        new JsonRpcMessage.Request(request.id(), "resources/read", params);
    Call call = call(reading, envelope, resources.read(params, access), access, this::read);
    try {
      JsonObject answer = CallRunner.run(reading, call);
      return answer.get("result") instanceof JsonObject result && ResultType.COMPLETE.isOf(result);
    } catch (AccessDeniedException | McpException e) {
      return false;
    }
  }

  private Call call(
      McpMethod method,
      JsonRpcMessage.Request request,
      RequestMetadata envelope,
      McpHeaders headers,
      Authorization access) {
    JsonObject params = request.params();
    Listing<?> listing = listings.get(method);
    if (listing != null) {
      return (channel, cancellation) -> list(listing, params, access);
    }
    return switch (method) {
      case SERVER_DISCOVER -> (channel, cancellation) -> discover();
      case TOOLS_CALL -> toolCall(request, envelope, headers, access);
      case TASKS_GET, TASKS_UPDATE, TASKS_CANCEL ->
          tools.task(method, envelope, taskRequest(params, envelope, access));
      case PROMPTS_GET ->
          call(request, envelope, prompts.get(params, access), access, this::complete);
      case RESOURCES_READ ->
          call(request, envelope, resources.read(params, access), access, this::read);
      case COMPLETION_COMPLETE ->
          call(request, envelope, completions.complete(params, access), access, this::complete);
      default -> throw McpException.notFound(request.method());
    };
  }

  private JsonObject discover() {
    JsonObjectBuilder result =
        Json.createObjectBuilder()
            .add("supportedVersions", Json.createArrayBuilder(ProtocolVersion.MODERN_SUPPORTED))
            .add("capabilities", tools.withTasks(features.capabilities()));
    server.instructions().ifPresent(text -> result.add("instructions", text));
    return complete(result).add("ttlMs", DISCOVER_TTL_MS).add("cacheScope", "public").build();
  }

  // Private, because the list depends on what the caller's token allows.
  private JsonObject list(Listing<?> listing, JsonObject params, Authorization access) {
    return complete(listing.page(params, access))
        .add("ttlMs", LIST_TTL_MS)
        .add("cacheScope", "private")
        .build();
  }

  private Call toolCall(
      JsonRpcMessage.Request request,
      RequestMetadata envelope,
      McpHeaders headers,
      Authorization access) {
    JsonObject params = request.params();
    ToolCalls.Chosen chosen = tools.choose(params, headers, access, envelope);
    if (!chosen.isTask()) {
      return call(request, envelope, chosen.work(), access, this::complete);
    }
    MultiRoundTrip.Round round =
        rounds.open(params, access.caller(), request.method(), chosen.work());
    Supplier<JsonObjectBuilder> begin =
        tools.beginning(chosen, taskRequest(params, envelope, access), round);
    return chosen.isTaskAtOnce()
        ? (channel, cancellation) -> begin.get().build()
        : call(request, envelope, chosen.work(), access, this::complete, round, Optional.of(begin));
  }

  private TaskRequest taskRequest(
      JsonObject params, RequestMetadata envelope, Authorization access) {
    return new TaskRequest(params, envelope.capabilities(), access, this::complete);
  }

  private Call call(
      JsonRpcMessage.Request request,
      RequestMetadata envelope,
      PreparedCall work,
      Authorization access,
      UnaryOperator<JsonObjectBuilder> complete) {
    MultiRoundTrip.Round round =
        rounds.open(request.params(), access.caller(), request.method(), work);
    return call(request, envelope, work, access, complete, round, Optional.empty());
  }

  private Call call(
      JsonRpcMessage.Request request,
      RequestMetadata envelope,
      PreparedCall work,
      Authorization access,
      UnaryOperator<JsonObjectBuilder> complete,
      MultiRoundTrip.Round round,
      Optional<Supplier<JsonObjectBuilder>> task) {
    CallEnd end = work.admit(access);
    // Last, so that who was told to come again later still can.
    round.spend();
    return new ModernCall(
        work,
        Params.progressToken(request.params()),
        envelope.logLevel(),
        envelope.capabilities(),
        round,
        complete,
        task,
        end);
  }

  private JsonObjectBuilder complete(JsonObjectBuilder result) {
    return Json.createObjectBuilder()
        .add("resultType", ResultType.COMPLETE.wireName())
        .addAll(result)
        .add("_meta", meta);
  }

  private JsonObjectBuilder read(JsonObjectBuilder result) {
    return complete(result).add("ttlMs", 0).add("cacheScope", "private");
  }

  /** How many streams of {@code subscriptions/listen} are open. */
  public int listeners() {
    return subscriptions.size();
  }

  @Override
  public void publish(Change change) {
    subscriptions.publish(change);
  }

  @Override
  public void sweep(Instant now) {
    subscriptions.closeExpired(now);
    tools.tasks().sweep(now);
  }

  @Override
  public void stop() {
    subscriptions.stop();
    tools.tasks().stop();
  }
}
