package dev.gatehouse.mcp.legacy;

import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.Era;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.ProtocolMeta;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.mcp.call.WatchedRequest;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Several messages in one body, which only 2025-03-26 knows.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-03-26/basic/transports#sending-messages-to-the-server">MCP
 *     2025-03-26, sending messages</a>
 */
final class Batches {
  private final SessionMethods methods;
  private final SessionEndpoint endpoint;

  Batches(SessionMethods methods, SessionEndpoint endpoint) {
    this.methods = methods;
    this.endpoint = endpoint;
  }

  McpResponse answer(JsonRpcMessage.Batch batch, McpHeaders headers, Authorization access) {
    Session session = endpoint.session(headers, access);
    if (!isLegal(batch, session)) {
      JsonRpcError error =
          new JsonRpcError(
              JsonRpcError.INVALID_REQUEST,
              "Batches exist in " + ProtocolVersion.OLDEST + " only, without initialize");
      return McpResponse.of(400, error.answer(Optional.empty()));
    }
    // All rights are checked before anything takes effect, so that a 403 undoes nothing.
    List<Supplier<JsonObject>> calls = new ArrayList<>();
    for (JsonRpcMessage message : batch.messages()) {
      if (message instanceof JsonRpcMessage.Request request) {
        calls.add(prepare(request, session, access, headers));
      }
    }
    batch.messages().stream()
        .filter(message -> !(message instanceof JsonRpcMessage.Request))
        .forEach(message -> endpoint.accept(message, headers, access));
    if (calls.isEmpty()) {
      return McpResponse.accepted();
    }
    var answers = Json.createArrayBuilder();
    calls.forEach(call -> answers.add(call.get()));
    return McpResponse.ok(answers.build());
  }

  private static boolean isLegal(JsonRpcMessage.Batch batch, Session session) {
    return session.version().equals(ProtocolVersion.OLDEST)
        && batch.messages().stream().allMatch(Batches::isLegal);
  }

  private static boolean isLegal(JsonRpcMessage message) {
    if (message instanceof JsonRpcMessage.Request request) {
      return !ProtocolMeta.isClaimedBy(request.params()) && !request.method().equals("initialize");
    }
    return !(message instanceof JsonRpcMessage.Notification notification)
        || !ProtocolMeta.isClaimedBy(notification.params());
  }

  private Supplier<JsonObject> prepare(
      JsonRpcMessage.Request request, Session session, Authorization access, McpHeaders headers) {
    RequestObservation observation = access.observe(new ReceivedRequest(request, headers));
    try {
      Era.Call call =
          WatchedRequest.prepare(observation, () -> methods.prepare(request, session, access));
      return () -> WatchedRequest.element(observation, () -> run(request, call, session));
    } catch (McpException e) {
      return () -> e.error().answer(Optional.of(request.id()));
    }
  }

  private static JsonObject run(JsonRpcMessage.Request request, Era.Call call, Session session) {
    try {
      return LegacyEra.run(request, call, session);
    } catch (McpException e) {
      return e.error().answer(Optional.of(request.id()));
    }
  }
}
