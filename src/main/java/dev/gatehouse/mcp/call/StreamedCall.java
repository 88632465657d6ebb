package dev.gatehouse.mcp.call;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientChannel;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.CancelledException;
import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventQueue;
import dev.gatehouse.tool.AccessDeniedException;
import jakarta.json.JsonObject;
import java.util.Optional;

/** A call whose client reads along: notifications first, the answer last, nothing once it left. */
public record StreamedCall(
    JsonRpcMessage.Request request, Era.Call call, RequestObservation observation) {
  // JSON-RPC 2.0, 5.1 leaves codes outside its reserved range to applications.
  public static final int INSUFFICIENT_SCOPE = 403;

  /** Returns with the answer on its way; whoever serves the connection writes it. */
  public void run(Connection out) {
    CallCancellation cancellation = new CallCancellation();
    EventQueue events = new EventQueue(out, () -> cancellation.cancel(Optional.empty()));
    ClientChannel channel = (method, params) -> events.add(Event.of(notification(method, params)));
    Interruption interruption = new Interruption(cancellation);
    try {
      out.start(events);
      JsonObject answer = answer(observation, request, call, channel, cancellation);
      if (cancellation.isRequested()) {
        events.close();
      } else {
        events.finish(Event.of(answer));
      }
    } finally {
      interruption.end();
    }
  }

  /** The answer of a call whose status line has left already, so that nothing can be thrown. */
  public static JsonObject answer(
      RequestObservation observation,
      JsonRpcMessage.Request request,
      Era.Call call,
      ClientChannel channel,
      Cancellation cancellation) {
    JsonObject answer = observation.within(() -> answer(request, call, channel, cancellation));
    observation.ended(cancellation.isRequested() ? RequestEnd.CANCELLED : RequestEnd.of(answer));
    return answer;
  }

  /** The same for a call that nobody observes. */
  public static JsonObject answer(
      JsonRpcMessage.Request request,
      Era.Call call,
      ClientChannel channel,
      Cancellation cancellation) {
    try {
      return CallRunner.run(request, call, channel, cancellation);
    } catch (AccessDeniedException e) {
      return new JsonRpcError(INSUFFICIENT_SCOPE, e.getMessage()).answer(Optional.of(request.id()));
    } catch (McpException e) {
      return e.error().answer(Optional.of(request.id()));
    } catch (CancelledException e) {
      return new JsonRpcError(JsonRpcError.INTERNAL_ERROR, "Cancelled")
          .answer(Optional.of(request.id()));
    }
  }

  public static JsonObject notification(String method, JsonObject params) {
    return Json.createObjectBuilder()
        .add("jsonrpc", "2.0")
        .add("method", method)
        .add("params", params)
        .build();
  }
}
