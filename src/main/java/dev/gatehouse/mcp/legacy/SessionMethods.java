package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.tool.ToolDefinition;
import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.method.CompletionComplete;
import dev.gatehouse.mcp.method.Listing;
import dev.gatehouse.mcp.method.Listings;
import dev.gatehouse.mcp.method.McpMethod;
import dev.gatehouse.mcp.method.PromptsGet;
import dev.gatehouse.mcp.method.ResourcesRead;
import dev.gatehouse.mcp.method.ServerFeatures;
import dev.gatehouse.mcp.method.ToolsCall;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The methods that a session can call. */
final class SessionMethods {
  private static final int RESOURCE_NOT_FOUND = -32002;

  private final ServerFeatures features;
  private final ToolsCall tools;
  private final PromptsGet prompts;
  private final ResourcesRead resources;
  private final CompletionComplete completions;
  private final Map<String, Map<McpMethod, Listing<?>>> listings;

  SessionMethods(ServerFeatures features) {
    this.features = features;
    this.tools = new ToolsCall(features.tools());
    this.prompts = new PromptsGet(features.prompts());
    this.resources = new ResourcesRead(features.resources(), RESOURCE_NOT_FOUND);
    this.completions =
        new CompletionComplete(features.completions(), features.prompts(), features.resources());
    this.listings =
        ProtocolVersion.LEGACY_SUPPORTED.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    version ->
                        Listings.of(features, tool -> tool.toJson(structured(tool, version)))));
  }

  // Structured content came with 2025-06-18 and had to be an object until 2026-07-28.
  private static boolean structured(ToolDefinition tool, String version) {
    return version.compareTo(ProtocolVersion.STRUCTURED) >= 0 && tool.result().isObject();
  }

  /** What runs the request, after everything that can be refused. */
  Era.Call prepare(JsonRpcMessage.Request request, Session session, Authorization access) {
    JsonObject params = request.params();
    McpMethod method = McpMethod.find(request.method()).orElseThrow(() -> unknown(request));
    Listing<?> listing = listings.get(session.version()).get(method);
    if (listing != null) {
      return (channel, cancellation) -> listing.page(params, access).build();
    }
    return switch (method) {
      case PING -> SessionMethods::nothing;
      case TOOLS_CALL -> call(params, tool(params, session, access), session, access);
      case PROMPTS_GET -> call(params, prompts.get(params, access), session, access);
      case RESOURCES_READ -> call(params, resources.read(params, access), session, access);
      case COMPLETION_COMPLETE ->
          call(params, completions.complete(params, access), session, access);
      default -> setting(method, request, session, access);
    };
  }

  private Era.Call setting(
      McpMethod method, JsonRpcMessage.Request request, Session session, Authorization access) {
    JsonObject params = request.params();
    if (method == McpMethod.LOGGING_SET_LEVEL && features.logs()) {
      LogLevel level =
          LogLevel.of(Params.text(params, "level"))
              .orElseThrow(() -> Params.invalid("params.level is no log level"));
      return doing(() -> session.logLevel(level));
    }
    if (method == McpMethod.RESOURCES_SUBSCRIBE && features.hasResources()) {
      return following(params, session, access);
    }
    if (method == McpMethod.RESOURCES_UNSUBSCRIBE && features.hasResources()) {
      String uri = Params.text(params, "uri");
      return doing(() -> session.unsubscribe(uri));
    }
    throw unknown(request);
  }

  private static McpException unknown(JsonRpcMessage.Request request) {
    return McpException.inBand(McpException.unknownMethod(request.method()));
  }

  // What may not be read may not be followed, and only the resource itself knows whose it is.
  private Era.Call following(JsonObject params, Session session, Authorization access) {
    PreparedCall work = resources.read(params, access);
    Era.Call reading = call(params, work, session, access);
    return (channel, cancellation) -> {
      reading.run(channel, cancellation);
      subscribe(session, work.name());
      return JsonValue.EMPTY_JSON_OBJECT;
    };
  }

  private static void subscribe(Session session, String uri) {
    if (!session.subscribe(uri)) {
      throw Params.invalid(
          "This session follows " + ResourceSubscriptions.LIMIT + " resources already");
    }
  }

  private static Era.Call doing(Runnable change) {
    return (channel, cancellation) -> {
      change.run();
      return JsonValue.EMPTY_JSON_OBJECT;
    };
  }

  static JsonObject nothing(Object channel, Object cancellation) {
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  private PreparedCall tool(JsonObject params, Session session, Authorization access) {
    ToolDefinition tool = tools.tool(params, access);
    return tools.call(tool, params, structured(tool, session.version()));
  }

  private static Era.Call call(
      JsonObject params, PreparedCall work, Session session, Authorization access) {
    return new LegacyCall(work, Params.progressToken(params), session, work.admit(access));
  }
}
