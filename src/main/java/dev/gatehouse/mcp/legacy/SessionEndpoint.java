package dev.gatehouse.mcp.legacy;

import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.legacy.relay.FollowedStream;
import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.EventSource;
import dev.gatehouse.mcp.stream.StreamSlots;
import jakarta.json.JsonArray;
import java.util.Optional;

/**
 * What reaches a session besides requests: notifications, replies, its own stream, its end.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#session-management">MCP
 *     sessions</a>
 */
record SessionEndpoint(Sessions sessions, StreamSlots slots, Reach reach) {
  // As the TypeScript servers have it: some clients begin a new session at this code only.
  private static final JsonRpcError SESSION_NOT_FOUND =
      new JsonRpcError(-32001, "Session not found");

  /**
   * The session that the request names.
   *
   * @throws McpException with 400 when it names none, with 404 when the caller has no such session
   */
  Session session(McpHeaders headers, Authorization access) {
    checkVersion(headers);
    String id =
        headers
            .session()
            .orElseThrow(
                () -> refused(400, "Mcp-Session-Id is missing; a session begins with initialize"));
    return sessions
        .find(id, access.caller())
        .orElseThrow(() -> McpException.of(404, SESSION_NOT_FOUND));
  }

  static void checkVersion(McpHeaders headers) {
    if (headers
        .protocolVersion()
        .filter(version -> !ProtocolVersion.LEGACY_SUPPORTED.contains(version))
        .isPresent()) {
      throw refused(400, "MCP-Protocol-Version names an unsupported version");
    }
  }

  private static McpException refused(int status, String message) {
    return McpException.of(status, new JsonRpcError(JsonRpcError.INVALID_REQUEST, message));
  }

  /** Takes a notification, or the answer to a question. */
  McpResponse.Immediate accept(JsonRpcMessage message, McpHeaders headers, Authorization access) {
    Session session = session(headers, access);
    if (message instanceof JsonRpcMessage.Reply reply) {
      if (!session.reply(reply.body())) {
        session.pass(reply.body());
      }
    } else if (message instanceof JsonRpcMessage.Notification notification
        && notification.method().equals("notifications/cancelled")
        && !OtherNodes.cancel(session, notification.params())) {
      session.pass(
          Json.createObjectBuilder()
              .add("method", notification.method())
              .add("params", notification.params())
              .build());
    }
    return McpResponse.accepted();
  }

  /**
   * Opens the stream of a session, or goes on with one that broke. Where nothing can follow, the
   * answer is 204, which ends the attempts of a client.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
   *     events</a>
   */
  McpResponse listen(McpHeaders headers, Authorization access) {
    Session session = session(headers, access);
    Optional<String> last = headers.lastEvent();
    if (last.isPresent() && !session.knows(last.get())) {
      return elsewhere(session, last.get(), access);
    }
    // Who comes back may have another token than who called.
    last.flatMap(session::call).ifPresent(access::demand);
    if (last.filter(session::isAtEnd).isPresent()) {
      return McpResponse.of(204);
    }
    if (last.isEmpty() && session.isGetOpen()) {
      throw refused(409, "The stream of this session is open already");
    }
    if (last.filter(session::isCrowded).isPresent() || !slots.hasRoom(access.caller())) {
      throw McpException.of(429, McpException.tooManyStreams());
    }
    return new McpResponse.Listening(out -> open(session, last, out, access));
  }

  // On a node that has ended, a stream that belongs to no call goes on as this node's own.
  private McpResponse elsewhere(Session session, String last, Authorization access) {
    EventId event =
        EventId.of(last)
            .filter(session::isElsewhere)
            .orElseThrow(() -> refused(404, "The events since Last-Event-ID are gone"));
    Optional<JsonRpcId> request = EventId.request(last);
    boolean gone = sessions.isGone(event);
    if (!slots.hasRoom(access.caller())) {
      throw McpException.of(429, McpException.tooManyStreams());
    }
    if (gone && request.isEmpty()) {
      session.suspectChanges();
      return new McpResponse.Listening(out -> open(session, Optional.empty(), out, access));
    }
    JsonArray allowed = reach.of(access);
    return new McpResponse.Listening(
        out ->
            slots
                .take(access.caller())
                .ifPresentOrElse(
                    leave ->
                        sessions
                            .relays()
                            .follow(
                                new FollowedStream(
                                    sessions.key(session),
                                    event.node(),
                                    last,
                                    request,
                                    allowed,
                                    access.until(),
                                    leave),
                                gone,
                                out),
                    () -> end(out)));
  }

  private static void end(Connection out) {
    out.start(EventSource.none());
    out.wake();
  }

  private void open(Session session, Optional<String> last, Connection out, Authorization access) {
    Optional<Runnable> slot = slots.take(access.caller());
    boolean opened =
        slot.map(leave -> new Listener(out, access.until(), leave))
            .filter(
                listener ->
                    last.map(event -> session.resume(event, listener))
                        .orElseGet(() -> session.openGet(listener)))
            .isPresent();
    if (!opened) {
      slot.ifPresent(Runnable::run);
      end(out);
    }
  }

  /** Ends a session. */
  McpResponse.Immediate end(McpHeaders headers, Authorization access) {
    sessions.end(session(headers, access));
    return McpResponse.of(204);
  }
}
