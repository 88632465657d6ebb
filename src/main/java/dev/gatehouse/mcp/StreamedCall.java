package dev.gatehouse.mcp;

import dev.gatehouse.bean.AccessDeniedException;
import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.CancelledException;
import dev.gatehouse.client.ClientChannel;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;

/** A call whose client reads along: notifications first, the answer last, nothing once it left. */
record StreamedCall(JsonRpcMessage.Request request, Era.Call call, Passage passage) {
  // JSON-RPC 2.0, 5.1 leaves codes outside its reserved range to applications.
  static final int INSUFFICIENT_SCOPE = 403;

  void run(EventStream stream) {
    Cancellation cancellation = new Cancellation();
    ClientChannel channel = (method, params) -> stream.send(Event.of(notification(method, params)));
    Interruption interruption = new Interruption(cancellation);
    try {
      stream.onClosed(() -> cancellation.cancel(Optional.empty()));
      JsonObject answer = answer(passage, request, call, channel, cancellation);
      if (!cancellation.isRequested()) {
        stream.send(Event.of(answer));
      }
    } finally {
      interruption.end();
    }
  }

  /** The answer of a call whose status line has left already, so that nothing can be thrown. */
  static JsonObject answer(
      Passage passage,
      JsonRpcMessage.Request request,
      Era.Call call,
      ClientChannel channel,
      Cancellation cancellation) {
    JsonObject answer = passage.within(() -> answer(request, call, channel, cancellation));
    passage.ended(cancellation.isRequested() ? RequestEnd.CANCELLED : RequestEnd.of(answer));
    return answer;
  }

  private static JsonObject answer(
      JsonRpcMessage.Request request,
      Era.Call call,
      ClientChannel channel,
      Cancellation cancellation) {
    try {
      return McpDispatcher.result(request, call, channel, cancellation);
    } catch (AccessDeniedException e) {
      return new JsonRpcError(INSUFFICIENT_SCOPE, e.getMessage()).answer(Optional.of(request.id()));
    } catch (McpException e) {
      return e.error().answer(Optional.of(request.id()));
    } catch (CancelledException e) {
      return new JsonRpcError(JsonRpcError.INTERNAL_ERROR, "Cancelled")
          .answer(Optional.of(request.id()));
    }
  }

  static JsonObject notification(String method, JsonObject params) {
    return Json.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("method", method)
        .add("params", params)
        .build();
  }
}
