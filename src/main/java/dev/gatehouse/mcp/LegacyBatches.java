package dev.gatehouse.mcp;

import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.Json;
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
final class LegacyBatches {
  private final LegacyEra legacy;
  private final LegacyDoor door;

  LegacyBatches(LegacyEra legacy, LegacyDoor door) {
    this.legacy = legacy;
    this.door = door;
  }

  McpResponse answer(JsonRpcMessage.Batch batch, McpHeaders headers, Access access) {
    LegacySession session = door.session(headers, access);
    if (!isLegal(batch, session)) {
      JsonRpcError error =
          new JsonRpcError(
              JsonRpcError.INVALID_REQUEST,
              "Batches exist in " + ProtocolVersion.OLDEST + " only, without initialize");
      return McpResponse.of(400, error.answer(Optional.empty()));
    }
    // All rights are checked before the first element runs, so that a 403 undoes nothing.
    List<Supplier<JsonObject>> calls = new ArrayList<>();
    for (JsonRpcMessage message : batch.messages()) {
      if (message instanceof JsonRpcMessage.Request request) {
        calls.add(prepare(request, session, access, headers));
      } else {
        door.accept(message, headers, access);
      }
    }
    if (calls.isEmpty()) {
      return McpResponse.accepted();
    }
    var answers = Json.createArrayBuilder();
    calls.forEach(call -> answers.add(call.get()));
    return McpResponse.ok(answers.build());
  }

  private static boolean isLegal(JsonRpcMessage.Batch batch, LegacySession session) {
    return session.version().equals(ProtocolVersion.OLDEST)
        && batch.messages().stream().allMatch(LegacyBatches::isLegal);
  }

  private static boolean isLegal(JsonRpcMessage message) {
    if (message instanceof JsonRpcMessage.Request request) {
      return !ModernEnvelope.isClaimedBy(request.params())
          && !request.method().equals("initialize");
    }
    return !(message instanceof JsonRpcMessage.Notification notification)
        || !ModernEnvelope.isClaimedBy(notification.params());
  }

  private Supplier<JsonObject> prepare(
      JsonRpcMessage.Request request, LegacySession session, Access access, McpHeaders headers) {
    Passage passage = access.watch().arrived(new Arrived(request, headers));
    try {
      Era.Call call =
          WatchedRequest.prepare(passage, () -> legacy.prepare(request, session, access));
      return () -> WatchedRequest.element(passage, () -> run(request, call, session));
    } catch (McpException e) {
      return () -> e.error().answer(Optional.of(request.id()));
    }
  }

  private static JsonObject run(
      JsonRpcMessage.Request request, Era.Call call, LegacySession session) {
    try {
      return LegacyEra.run(request, call, session);
    } catch (McpException e) {
      return e.error().answer(Optional.of(request.id()));
    }
  }
}
