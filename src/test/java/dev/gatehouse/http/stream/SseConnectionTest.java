package dev.gatehouse.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventQueue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class SseConnectionTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final Queue<Runnable> threads = new ArrayDeque<>();
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger ends = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  private SseConnection on(SseOutlet outlet) {
    return on(outlet, threads::add);
  }

  private SseConnection on(RecordingSink sink) {
    return on(new SinkOutlet(sink, sink));
  }

  private SseConnection on(SseOutlet outlet, Executor executor) {
    return new SseConnection(outlet, executor, now::get, gone -> ends.incrementAndGet());
  }

  private EventQueue started(SseConnection connection) {
    EventQueue events = new EventQueue(connection, lost::incrementAndGet);
    connection.start(events);
    assertThat(threads).isEmpty();
    return events;
  }

  private static Event event(int number) {
    return new Event(Optional.empty(), Optional.empty(), text(number));
  }

  private static String text(int number) {
    return "{\"n\":" + number + "}";
  }

  private void write() {
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
  }

  @Test
  void who_adds_an_event_does_not_write_it() {
    RecordingSink sink = new RecordingSink();
    started(on(sink)).add(event(1));
    assertThat(sink.written()).isEmpty();
    write();
    assertThat(sink.written()).containsExactly(text(1));
  }

  @Test
  void events_keep_their_order_and_the_connection_ends_after_the_last() {
    RecordingSink sink = new RecordingSink();
    EventQueue events = started(on(sink));
    events.add(event(1));
    events.add(event(2));
    events.close();
    events.add(event(3));
    write();
    assertThat(sink.written()).containsExactly(text(1), text(2), "closed");
    assertThat(ends).hasValue(1);
    assertThat(lost).hasValue(0);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Exception> void fail(Exception failure) throws E {
    throw (E) failure;
  }

  /** As in Jakarta REST 4.0, where it may throw what 3.1 does not declare. */
  private static final class BrokenSink extends RecordingSink {
    @Override
    public void close() {
      super.close();
      SseConnectionTest.<RuntimeException>fail(new IOException("Broken pipe"));
    }
  }

  @Test
  void a_sink_that_fails_to_close_ends_its_connection_all_the_same() {
    RecordingSink sink = new BrokenSink();
    EventQueue events = started(on(sink));
    events.add(event(1));
    events.close();
    write();
    assertThat(sink.written()).containsExactly(text(1), "closed");
    assertThat(ends).hasValue(1);
    assertThat(lost).hasValue(0);
  }

  @Test
  void the_next_event_is_taken_when_the_last_one_is_written() {
    List<CompletableFuture<Void>> writes = new ArrayList<>();
    RecordingSink sink =
        new RecordingSink(
            () -> {
              writes.add(new CompletableFuture<>());
              return writes.get(writes.size() - 1);
            });
    EventQueue events = started(on(sink));
    events.add(event(1));
    events.add(event(2));
    write();
    assertThat(sink.written()).containsExactly(text(1));
    assertThat(events.next()).contains(event(2));
    events.add(event(3));
    writes.get(0).complete(null);
    write();
    assertThat(sink.written()).containsExactly(text(1), text(3));
  }

  @Test
  void what_comes_faster_than_it_is_written_leaves_in_larger_pieces() {
    AtomicInteger flushes = new AtomicInteger();
    ByteArrayOutputStream body =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            flushes.incrementAndGet();
          }
        };
    EventQueue events = started(on(new BodyOutlet(body)));
    for (int i = 1; i <= 1000; i++) {
      events.add(event(i));
    }
    events.close();
    write();
    assertThat(body.toString(StandardCharsets.UTF_8))
        .startsWith("data: {\"n\":1}\n\ndata: {\"n\":2}\n\n")
        .endsWith("data: {\"n\":1000}\n\n");
    assertThat(flushes).hasValue(1000 / 64 + 1);
    assertThat(ends).hasValue(1);
  }

  @Test
  void thousands_of_events_need_no_deep_stack() {
    RecordingSink sink = new RecordingSink();
    EventQueue events = started(on(sink));
    for (int i = 0; i < 10_000; i++) {
      events.add(event(i));
    }
    write();
    assertThat(sink.written()).hasSize(10_000);
  }

  @Test
  void a_client_that_left_is_noticed_by_whatever_is_written() {
    RecordingSink gone =
        new RecordingSink(() -> CompletableFuture.failedFuture(new IOException("gone")));
    started(on(gone)).add(event(1));
    write();
    assertThat(gone.written()).containsExactly(text(1), "closed");
    RecordingSink closed =
        new RecordingSink(
            () -> {
              throw new IllegalStateException("closed");
            });
    SseConnection silent = on(closed);
    started(silent);
    write();
    silent.tick();
    write();
    assertThat(closed.written()).containsExactly(":open", "closed");
    assertThat(ends).hasValue(2);
    assertThat(lost).hasValue(2);
  }

  @Test
  void a_comment_is_for_silence_only() {
    RecordingSink sink = new RecordingSink();
    SseConnection connection = on(sink);
    EventQueue events = started(connection);
    events.add(event(1));
    connection.tick();
    write();
    connection.tick();
    write();
    assertThat(sink.written()).containsExactly(text(1), ":open");
  }

  @Test
  void a_client_that_does_not_read_is_left_after_a_while_and_only_then() {
    RecordingSink sink = new RecordingSink(CompletableFuture::new);
    SseConnection connection = on(sink);
    started(connection).add(event(1));
    write();
    now.addAndGet(SseConnection.PATIENCE.toNanos());
    connection.tick();
    write();
    assertThat(sink.written()).containsExactly(text(1));
    now.addAndGet(1);
    connection.tick();
    write();
    assertThat(sink.written()).containsExactly(text(1), "closed");
    assertThat(ends).hasValue(1);
    assertThat(lost).hasValue(1);
  }

  /** An outlet whose client reads nothing: a write hangs until its thread is interrupted. */
  private static final class Hanging implements SseOutlet {
    private final CountDownLatch begun = new CountDownLatch(1);

    @Override
    public int most() {
      return 1;
    }

    @Override
    public CompletableFuture<?> send(List<Event> events) {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
        return CompletableFuture.completedFuture(null);
      } catch (InterruptedException e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public CompletableFuture<?> comment() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
  }

  @Test
  void a_write_that_hangs_holds_its_own_thread_until_it_is_left() throws Exception {
    Hanging outlet = new Hanging();
    List<Thread> started = new ArrayList<>();
    SseConnection connection =
        on(
            outlet,
            task -> {
              Thread thread = new Thread(task);
              started.add(thread);
              thread.start();
            });
    EventQueue events = started(connection);
    events.add(event(1));
    outlet.begun.await();
    // Neither waits for the write.
    events.add(event(2));
    connection.tick();
    assertThat(started).hasSize(1);
    now.addAndGet(SseConnection.PATIENCE.toNanos() + 1);
    connection.tick();
    started.get(0).join();
    assertThat(ends).hasValue(1);
    assertThat(lost).hasValue(1);
  }

  @Test
  void whoever_serves_a_connection_writes_it_with_a_thread_of_its_own() throws Exception {
    RecordingSink sink = new RecordingSink();
    SseConnection connection = on(new SinkOutlet(sink, sink), System::nanoTime);
    EventQueue events = started(connection);
    Thread served = new Thread(() -> connection.serve(LONG));
    served.start();
    while (served.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    events.add(event(1));
    events.finish(event(2));
    connection.wake();
    served.join();
    assertThat(sink.written()).containsExactly(text(1), text(2), "closed");
  }

  private SseConnection on(SseOutlet outlet, LongSupplier clock) {
    return new SseConnection(outlet, threads::add, clock, gone -> ends.incrementAndGet());
  }

  @Test
  void serving_ends_with_the_time_or_with_the_connection() {
    RecordingSink sink = new RecordingSink();
    SseConnection connection = on(new SinkOutlet(sink, sink), System::nanoTime);
    EventQueue events = started(connection);
    write();
    assertThat(connection.serve(Duration.ofMillis(1))).isFalse();
    events.finish(event(1));
    assertThat(connection.serve(LONG)).isTrue();
    assertThat(sink.written()).containsExactly(text(1), "closed");
    assertThat(threads).isEmpty();
  }

  @Test
  void a_server_that_wants_its_thread_back_gets_it() {
    RecordingSink sink = new RecordingSink();
    SseConnection connection = on(new SinkOutlet(sink, sink), System::nanoTime);
    started(connection);
    write();
    Thread.currentThread().interrupt();
    assertThat(connection.serve(LONG)).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(sink.written()).containsExactly("closed");
    assertThat(lost).hasValue(1);
  }

  @Test
  void what_fails_in_the_end_of_a_stream_leaves_no_connection_behind() {
    RecordingSink sink = new RecordingSink();
    SseConnection connection = on(sink);
    EventQueue events =
        new EventQueue(
            connection,
            () -> {
              throw new AssertionError("of an author");
            });
    connection.start(events);
    write();
    connection.end();
    try {
      write();
    } catch (AssertionError e) {
      lost.incrementAndGet();
    }
    assertThat(lost).hasValue(1);
    assertThat(ends).hasValue(1);
    assertThat(connection.serve(LONG)).isTrue();
  }
}
