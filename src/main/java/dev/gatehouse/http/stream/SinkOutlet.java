package dev.gatehouse.http.stream;

import dev.gatehouse.mcp.stream.Event;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A sink of Jakarta REST, which holds no thread between two events. */
record SinkOutlet(SseEventSink sink, Sse sse) implements SseOutlet {
  private static final MediaType UTF_8 = MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8");

  @Override
  public int most() {
    return 1;
  }

  @Override
  public CompletionStage<?> send(List<Event> events) {
    Event event = events.get(0);
    OutboundSseEvent.Builder builder =
        sse.newEventBuilder().mediaType(UTF_8).data(String.class, event.data());
    event.id().ifPresent(builder::id);
    event.retry().ifPresent(time -> builder.reconnectDelay(time.toMillis()));
    return send(builder.build());
  }

  @Override
  public CompletionStage<?> comment() {
    return send(sse.newEventBuilder().comment("open").build());
  }

  private CompletionStage<?> send(OutboundSseEvent event) {
    try {
      return sink.send(event);
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  // Jakarta REST 4.0 lets it throw IOException, 3.1 does not.
  @Override
  public void close() {
    try {
      sink.close();
    } catch (Exception e) {
      // There is nobody left to tell.
    }
  }
}
