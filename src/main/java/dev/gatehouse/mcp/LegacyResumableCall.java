package dev.gatehouse.mcp;

import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.ClientChannel;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.JsonObject;
import java.time.Duration;

/** A call with a stream: its client may leave and come back, and cancels only by saying so. */
final class LegacyResumableCall implements ResumableCall {
  private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(15);
  private static final Duration COMES_BACK_AFTER = Duration.ofSeconds(1);

  private final JsonRpcMessage.Request request;
  private final LegacyCall call;
  private final LegacyStream stream;
  private final Passage passage;

  LegacyResumableCall(
      JsonRpcMessage.Request request, LegacyCall call, EventStream out, Passage passage) {
    this.request = request;
    this.call = call;
    this.stream = call.session().openCall(out);
    this.passage = passage;
  }

  @Override
  public void run() {
    Cancellation cancellation = new Cancellation();
    ClientChannel channel =
        (method, params) -> stream.send(StreamedCall.notification(method, params));
    Interruption interruption = new Interruption(cancellation);
    try {
      JsonObject answer =
          StreamedCall.answer(passage, request, this::follow, channel, cancellation);
      if (!cancellation.isRequested()) {
        stream.finish(answer);
      }
    } finally {
      interruption.end();
      stream.abandon();
    }
  }

  private JsonObject follow(ClientChannel channel, Cancellation cancellation) {
    LegacySession session = call.session();
    LegacyCalls.Running running = session.running(request.id(), cancellation);
    try {
      return call.run(
          channel, cancellation, new LegacyInputChannel(session, stream, ANSWERS_WITHIN));
    } finally {
      running.close();
    }
  }

  @Override
  public boolean release() {
    return stream.closeForPolling(COMES_BACK_AFTER);
  }
}
