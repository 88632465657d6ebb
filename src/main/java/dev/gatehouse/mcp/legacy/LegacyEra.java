package dev.gatehouse.mcp.legacy;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.CallRunner;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.Interruption;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.mcp.call.ServerInfo;
import dev.gatehouse.mcp.legacy.directory.SessionDirectories;
import dev.gatehouse.mcp.legacy.directory.SessionDirectory;
import dev.gatehouse.mcp.legacy.relay.StreamRelays;
import dev.gatehouse.mcp.method.ServerFeatures;
import dev.gatehouse.mcp.stream.StreamSlots;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;

/**
 * The era with a handshake and sessions, 2025-03-26 to 2025-11-25. All that only this era needs is
 * in this package, so that it can be deleted in one move.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic">MCP 2025-11-25</a>
 */
public final class LegacyEra implements Era {
  private final Sessions sessions;
  private final StreamRelays relays;
  private final SessionEndpoint endpoint;
  private final Initialize initialize;
  private final SessionMethods methods;
  private final Batches batches;

  /** With no session yet. */
  public LegacyEra(
      ServerInfo server,
      ServerFeatures features,
      Settings settings,
      StreamSlots slots,
      Nodes nodes) {
    this(
        server,
        features,
        sessions(settings, SessionDirectories.of(nodes, settings.stateKeys(), Clock.systemUTC())),
        slots);
  }

  LegacyEra(ServerInfo server, ServerFeatures features, Sessions sessions, StreamSlots slots) {
    this.sessions = sessions;
    this.relays = sessions.relays();
    this.endpoint = new SessionEndpoint(sessions, slots, new Reach(features::declarations));
    this.initialize = new Initialize(server, features, sessions);
    this.methods = new SessionMethods(features);
    this.batches = new Batches(methods, endpoint);
  }

  private static Sessions sessions(Settings settings, SessionDirectory directory) {
    SessionLimits limits = SessionLimits.of(settings.maxSessionsPerCaller());
    Sessions sessions = new Sessions(limits, Clock.systemUTC(), directory);
    directory.listen(new OtherNodes(sessions, sessions.relays()));
    return sessions;
  }

  @Override
  public McpResponse answer(
      JsonRpcMessage.Request request,
      McpHeaders headers,
      Authorization access,
      boolean mayStream,
      RequestObservation observation) {
    if (request.method().equals("initialize")) {
      return initialize.answer(request, access);
    }
    // A ping may come before the handshake.
    if (request.method().equals("ping") && headers.session().isEmpty()) {
      SessionEndpoint.checkVersion(headers);
      return McpResponse.ok(CallRunner.run(request, SessionMethods::nothing));
    }
    Session session = endpoint.session(headers, access);
    Call call = methods.prepare(request, session, access);
    if (mayStream && call instanceof LegacyCall streamed && streamed.streams()) {
      return new McpResponse.Resumable(out -> new ResumedCall(request, streamed, out, observation));
    }
    return McpResponse.ok(run(request, call, session));
  }

  /** Runs a call that the client of this session can cancel. */
  static JsonObject run(JsonRpcMessage.Request request, Call call, Session session) {
    CallCancellation cancellation = new CallCancellation();
    RunningRequests.Running running = session.running(request.id(), cancellation);
    Interruption interruption = new Interruption(cancellation);
    try {
      return CallRunner.run(request, call, cancellation);
    } finally {
      running.close();
      interruption.end();
    }
  }

  /** The answer to several messages in one body. */
  public McpResponse answer(JsonRpcMessage.Batch batch, McpHeaders headers, Authorization access) {
    return batches.answer(batch, headers, access);
  }

  /** Takes a notification, or the answer to a question of this server. */
  public McpResponse accept(JsonRpcMessage message, McpHeaders headers, Authorization access) {
    return endpoint.accept(message, headers, access);
  }

  /** The stream of a session, which a GET asks for. */
  public McpResponse listen(McpHeaders headers, Authorization access) {
    return endpoint.listen(headers, access);
  }

  /** Ends a session, as a DELETE asks for. */
  public McpResponse end(McpHeaders headers, Authorization access) {
    return endpoint.end(headers, access);
  }

  /** How many sessions this node keeps. */
  public int sessions() {
    return sessions.size();
  }

  @Override
  public void publish(Change change) {
    sessions.publish(change);
  }

  @Override
  public void sweep(Instant now) {
    sessions.sweep(now);
    relays.sweep(now);
  }

  @Override
  public void stop() {
    sessions.endAll();
  }
}
