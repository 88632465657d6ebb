package dev.gatehouse.mcp;

import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.LogLevel;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.tool.ToolDefinition;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The era with a handshake, 2025-03-26 to 2025-11-25. What only this era needs is in the classes
 * named Legacy, so that it can be deleted in one move.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic">MCP 2025-11-25</a>
 */
final class LegacyEra implements Era {
  private static final int RESOURCE_NOT_FOUND = -32002;

  private final LegacyHandshake handshake;
  private final LegacyDoor door;
  private final Offer offer;
  private final ToolMethods tools;
  private final PromptMethods prompts;
  private final ResourceMethods resources;
  private final CompletionMethods completions;
  private final Map<String, Map<String, Listing<?>>> listings;

  LegacyEra(ServerInfo server, Offer offer, LegacySessions sessions) {
    this.handshake = new LegacyHandshake(server, offer, sessions);
    this.door = new LegacyDoor(sessions);
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

  @Override
  public McpResponse answer(
      JsonRpcMessage.Request request,
      McpHeaders headers,
      Access access,
      boolean mayStream,
      Passage passage) {
    if (request.method().equals("initialize")) {
      return handshake.answer(request, access);
    }
    // A ping may come before the handshake.
    if (request.method().equals("ping") && headers.session().isEmpty()) {
      LegacyDoor.checkVersion(headers);
      return McpResponse.ok(McpDispatcher.result(request, LegacyEra::nothing));
    }
    LegacySession session = door.session(headers, access);
    Call call = prepare(request, session, access);
    if (mayStream && call instanceof LegacyCall streamed && streamed.streams()) {
      return new McpResponse.Resumable(
          out -> new LegacyResumableCall(request, streamed, out, passage));
    }
    return McpResponse.ok(run(request, call, session));
  }

  /** Runs a call that the client of this session can cancel. */
  static JsonObject run(JsonRpcMessage.Request request, Call call, LegacySession session) {
    Cancellation cancellation = new Cancellation();
    LegacyCalls.Running running = session.running(request.id(), cancellation);
    Interruption interruption = new Interruption(cancellation);
    try {
      return McpDispatcher.result(request, call, McpDispatcher.NOBODY, cancellation);
    } finally {
      running.close();
      interruption.end();
    }
  }

  /** What runs the request, after everything that can be refused. */
  Call prepare(JsonRpcMessage.Request request, LegacySession session, Access access) {
    JsonObject params = request.params();
    Listing<?> listing = listings.get(session.version()).get(request.method());
    if (listing != null) {
      return (channel, cancellation) -> listing.page(params, access).build();
    }
    return switch (request.method()) {
      case "ping" -> LegacyEra::nothing;
      case "tools/call" -> call(params, tool(params, session, access), session, access);
      case "prompts/get" -> call(params, prompts.get(params, access), session, access);
      case "resources/read" -> call(params, resources.read(params, access), session, access);
      case "completion/complete" ->
          call(params, completions.complete(params, access), session, access);
      default -> setting(request, session, access);
    };
  }

  private Call setting(JsonRpcMessage.Request request, LegacySession session, Access access) {
    JsonObject params = request.params();
    if (request.method().equals("logging/setLevel") && offer.logs()) {
      LogLevel level =
          LogLevel.of(Params.text(params, "level"))
              .orElseThrow(() -> Params.invalid("params.level is no log level"));
      return doing(() -> session.logLevel(level));
    }
    if (request.method().equals("resources/subscribe") && offer.hasResources()) {
      String uri = resources.resource(params, access).uri();
      return doing(() -> subscribe(session, uri));
    }
    if (request.method().equals("resources/unsubscribe") && offer.hasResources()) {
      String uri = Params.text(params, "uri");
      return doing(() -> session.unsubscribe(uri));
    }
    throw McpException.inBand(McpException.unknownMethod(request.method()));
  }

  private static void subscribe(LegacySession session, String uri) {
    if (!session.subscribe(uri)) {
      throw Params.invalid(
          "This session follows " + LegacySubscriptions.LIMIT + " resources already");
    }
  }

  private static Call doing(Runnable change) {
    return (channel, cancellation) -> {
      change.run();
      return JsonValue.EMPTY_JSON_OBJECT;
    };
  }

  private static JsonObject nothing(Object channel, Object cancellation) {
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  private Work tool(JsonObject params, LegacySession session, Access access) {
    ToolDefinition tool = tools.tool(params, access);
    return tools.call(tool, params, structured(tool, session.version()));
  }

  private static Call call(JsonObject params, Work work, LegacySession session, Access access) {
    return new LegacyCall(work, Params.progressToken(params), session, work.admit(access));
  }
}
