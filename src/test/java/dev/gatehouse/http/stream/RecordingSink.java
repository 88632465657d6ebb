package dev.gatehouse.http.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A sink whose client reads, does not read, or has left. */
class RecordingSink implements SseEventSink, Sse {
  private final List<String> written = new ArrayList<>();
  private final Supplier<CompletionStage<?>> answer;
  private boolean closed;

  RecordingSink(Supplier<CompletionStage<?>> answer) {
    this.answer = answer;
  }

  RecordingSink() {
    this(() -> CompletableFuture.completedFuture(null));
  }

  /** What was written, a comment after its colon, and "closed" at the end. */
  List<String> written() {
    return written;
  }

  @Override
  public CompletionStage<?> send(OutboundSseEvent event) {
    written.add(event.getComment() != null ? ":" + event.getComment() : event.getData().toString());
    return answer.get();
  }

  @Override
  public void close() {
    if (!closed) {
      written.add("closed");
    }
    closed = true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public OutboundSseEvent.Builder newEventBuilder() {
    return new TextEvent();
  }

  @Override
  public SseBroadcaster newBroadcaster() {
    throw new UnsupportedOperationException();
  }
}
