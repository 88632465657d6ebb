package dev.gatehouse.mcp.legacy;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientChannel;
import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Interruption;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.mcp.call.StreamedCall;
import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.ResumableCall;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** A call with a stream: its client may leave and come back, and cancels only by saying so. */
final class ResumedCall implements ResumableCall {
  private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(15);
  private static final Duration COMES_BACK_AFTER = Duration.ofSeconds(1);

  private final JsonRpcMessage.Request request;
  private final LegacyCall call;
  private final ResumableStream stream;
  private final RequestObservation observation;

  ResumedCall(
      JsonRpcMessage.Request request,
      LegacyCall call,
      Connection out,
      RequestObservation observation) {
    this.request = request;
    this.call = call;
    this.stream =
        call.session()
            .openCall(out, request.id(), call.work().attempt().map(MethodCall::withoutArguments));
    this.observation = observation;
  }

  @Override
  public void run() {
    CallCancellation cancellation = new CallCancellation();
    ClientChannel channel =
        (method, params) -> stream.send(StreamedCall.notification(method, params));
    Interruption interruption = new Interruption(cancellation);
    try {
      JsonObject answer =
          StreamedCall.answer(
              observation,
              request,
              (out, same) -> follow(out, cancellation),
              channel,
              cancellation);
      if (!cancellation.isRequested()) {
        stream.finish(answer, tooLarge(answer));
      }
    } finally {
      interruption.end();
      stream.abandon();
    }
  }

  private JsonObject tooLarge(JsonObject answer) {
    return new JsonRpcError(
            JsonRpcError.INTERNAL_ERROR,
            "The answer was too large to be kept until its client comes back")
        .answer(Optional.of(request.id()));
  }

  private JsonObject follow(ClientChannel channel, CallCancellation cancellation) {
    Session session = call.session();
    RunningRequests.Running running = session.running(request.id(), cancellation);
    try {
      return call.run(
          channel, cancellation, new StreamInputChannel(session, stream, ANSWERS_WITHIN));
    } finally {
      running.close();
    }
  }

  @Override
  public boolean release() {
    return stream.closeForPolling(COMES_BACK_AFTER);
  }
}
