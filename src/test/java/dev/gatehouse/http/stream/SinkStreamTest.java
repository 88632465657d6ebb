package dev.gatehouse.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mcp.stream.Event;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SinkStreamTest {
  private static final CompletableFuture<Void> WRITING = new CompletableFuture<>();

  private final Queue<Runnable> writers = new ArrayDeque<>();
  private final AtomicInteger ends = new AtomicInteger();

  private SinkStream stream(RecordingSink sink) {
    SinkStream stream = new SinkStream(sink, sink, writers::add);
    stream.onClosed(ends::incrementAndGet);
    return stream;
  }

  private static Event event(int number) {
    return new Event(Optional.empty(), Optional.empty(), "{\"n\":" + number + "}");
  }

  private void write() {
    while (!writers.isEmpty()) {
      writers.remove().run();
    }
  }

  @Test
  void the_sender_does_not_wait_for_the_client() {
    RecordingSink sink = new RecordingSink();
    stream(sink).send(event(1));
    assertThat(sink.written()).isEmpty();
    write();
    assertThat(sink.written()).containsExactly("{\"n\":1}");
  }

  @Test
  void events_keep_their_order_and_the_sink_closes_after_the_last() {
    RecordingSink sink = new RecordingSink();
    SinkStream stream = stream(sink);
    stream.send(event(1));
    stream.send(event(2));
    stream.close();
    stream.send(event(3));
    write();
    assertThat(sink.written()).containsExactly("{\"n\":1}", "{\"n\":2}", "closed");
    assertThat(ends).hasValue(1);
  }

  @Test
  void a_stream_with_nothing_to_write_closes_at_once() {
    RecordingSink sink = new RecordingSink();
    SinkStream stream = stream(sink);
    stream.send(event(1));
    write();
    stream.close();
    stream.close();
    write();
    assertThat(sink.written()).containsExactly("{\"n\":1}", "closed");
    assertThat(ends).hasValue(1);
  }

  @Test
  void a_client_that_does_not_read_is_left() {
    RecordingSink sink = new RecordingSink(() -> WRITING);
    SinkStream stream = stream(sink);
    stream.send(event(0));
    write();
    for (int i = 0; i < SinkStream.MAX_PENDING; i++) {
      stream.send(event(i));
    }
    assertThat(ends).hasValue(0);
    stream.send(event(0));
    write();
    assertThat(ends).hasValue(1);
    assertThat(sink.written()).containsExactly("{\"n\":0}", "closed");
  }

  @Test
  void a_client_that_left_is_noticed_by_whatever_is_written() {
    RecordingSink gone =
        new RecordingSink(() -> CompletableFuture.failedFuture(new IOException("gone")));
    stream(gone).send(event(1));
    write();
    assertThat(gone.written()).containsExactly("{\"n\":1}", "closed");
    RecordingSink closed =
        new RecordingSink(
            () -> {
              throw new IllegalStateException("closed");
            });
    stream(closed).comment();
    write();
    assertThat(closed.written()).containsExactly(":open", "closed");
    assertThat(ends).hasValue(2);
  }

  @Test
  void a_comment_is_for_silence_only() {
    RecordingSink sink = new RecordingSink();
    SinkStream stream = stream(sink);
    stream.send(event(1));
    stream.comment();
    write();
    stream.comment();
    write();
    assertThat(sink.written()).containsExactly("{\"n\":1}", ":open");
  }

  @Test
  void who_comes_after_the_end_is_told_too() {
    SinkStream stream = stream(new RecordingSink());
    stream.close();
    stream.onClosed(ends::incrementAndGet);
    assertThat(ends).hasValue(2);
  }
}
