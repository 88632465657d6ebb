package dev.gatehouse.http.stream;

import dev.gatehouse.mcp.stream.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The body of a response, flushed after each write; the server ends it after its request. */
final class BodyOutlet implements SseOutlet {
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final CompletionStage<?> WRITTEN = CompletableFuture.completedStage("written");

  private final OutputStream out;

  BodyOutlet(OutputStream out) {
    this.out = out;
  }

  // Each flush can cost the server a buffer of several KB until its client has read it.
  @Override
  public int most() {
    return 64;
  }

  @Override
  public CompletionStage<?> send(List<Event> events) {
    StringBuilder text = new StringBuilder();
    events.forEach(event -> append(event, text));
    return write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(Event event, StringBuilder text) {
    event.id().ifPresent(id -> text.append("id: ").append(id).append('\n'));
    event.retry().ifPresent(time -> text.append("retry: ").append(time.toMillis()).append('\n'));
    text.append("data: ").append(event.data()).append("\n\n");
  }

  @Override
  public CompletionStage<?> comment() {
    return write(COMMENT);
  }

  private CompletionStage<?> write(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
      return WRITTEN;
    } catch (IOException | RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  @Override
  public void close() {
    // Not ours to close.
  }
}
