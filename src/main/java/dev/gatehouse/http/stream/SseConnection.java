package dev.gatehouse.http.stream;

import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Writes the events of one source to one client: the next one when the last one is written, by one
 * thread at a time, and without a lock. While nothing is to be written it holds no thread; a client
 * that does not read holds one at most, its own, and not for ever.
 */
public final class SseConnection implements Connection {
  /** How long one write may take: a client that reads nothing for so long is left. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int BURST = 8;
  private static final long BURST_NANOS = 100_000_000;
  private static final long GATHERING_NANOS = 2_000_000;
  private static final Duration FOREVER = Duration.ofDays(365);

  private final SseOutlet outlet;
  private final Executor threads;
  private final LongSupplier nanoTime;
  private final Consumer<SseConnection> onEnd;

  private EventSource events = EventSource.none();
  private boolean started;
  private boolean woken;
  private boolean commentDue;
  private boolean ending;
  private boolean left;
  private boolean served;
  private boolean writing;
  private boolean closed;
  private Optional<Thread> writer = Optional.empty();
  private long since;
  private int burst;
  private long burstSince;

  /**
   * @param threads what writes, unless somebody {@linkplain #serve serves} this connection
   * @param onEnd what to do when it is closed
   */
  SseConnection(
      SseOutlet outlet, Executor threads, LongSupplier nanoTime, Consumer<SseConnection> onEnd) {
    this.outlet = outlet;
    this.threads = threads;
    this.nanoTime = nanoTime;
    this.onEnd = onEnd;
  }

  @Override
  public void start(EventSource source) {
    synchronized (this) {
      events = source;
      started = true;
      if (!woken) {
        return;
      }
    }
    wake();
  }

  @Override
  public void wake() {
    synchronized (this) {
      woken = true;
      if (writing || closed || !started) {
        return;
      }
      if (served) {
        notifyAll();
        return;
      }
      begin();
    }
    // Without the lock: where the server gives no thread, it is this one that writes.
    threads.execute(this::write);
  }

  /** Ends after what is there to be written. */
  public void end() {
    synchronized (this) {
      ending = true;
      started = true;
    }
    wake();
  }

  /** For every now and then: breaks the silence, and leaves a client that does not read. */
  void tick() {
    synchronized (this) {
      if (writing && !left && nanoTime.getAsLong() - since > PATIENCE.toNanos()) {
        boolean waits = writer.isEmpty();
        leave();
        if (waits) {
          threads.execute(this::close);
        }
      }
      commentDue = !writing;
    }
    wake();
  }

  /**
   * Writes on this thread until the connection has ended, or for so long. When it has ended, nobody
   * writes any more.
   *
   * @return whether it has ended
   */
  public boolean serve(Duration atMost) {
    long start = nanoTime.getAsLong();
    boolean interrupted = false;
    synchronized (this) {
      served = true;
      woken = true;
    }
    boolean more = true;
    while (more) {
      try {
        more = awaitTurn(start, atMost);
      } catch (InterruptedException e) {
        // The server wants its thread back; whoever writes now has to be waited for.
        interrupted = true;
        leave();
        continue;
      }
      if (more) {
        write();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      served = false;
      return closed;
    }
  }

  /** Writes on this thread what is there to be written, and ends. */
  public void serveToEnd() {
    synchronized (this) {
      ending = true;
      started = true;
    }
    serve(FOREVER);
  }

  private synchronized boolean awaitTurn(long start, Duration atMost) throws InterruptedException {
    while (writing || !closed && !woken) {
      long left = atMost.toNanos() - (nanoTime.getAsLong() - start);
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    if (!closed) {
      begin();
    }
    return !closed;
  }

  private void begin() {
    writing = true;
    since = nanoTime.getAsLong();
  }

  private synchronized void leave() {
    left = true;
    woken = true;
    writer.ifPresent(Thread::interrupt);
  }

  private void write() {
    try {
      boolean more = true;
      while (more) {
        more = step();
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Whether this thread has more to write. */
  private boolean step() {
    boolean comment;
    synchronized (this) {
      if (left || closed) {
        return finish();
      }
      writer = Optional.of(Thread.currentThread());
      since = nanoTime.getAsLong();
      woken = false;
      comment = commentDue;
      commentDue = false;
    }
    List<Event> due = take();
    if (!due.isEmpty()) {
      return goesOn(outlet.send(due));
    }
    if (ending || events.isOver()) {
      return finish();
    }
    return comment ? goesOn(outlet.comment()) : rest();
  }

  private List<Event> take() {
    gather();
    List<Event> due = new ArrayList<>();
    Optional<Event> next = events.next();
    while (next.isPresent()) {
      due.add(next.get());
      // Asking for one more says that the last one is written.
      boolean more = due.size() < outlet.most() && !events.isOver();
      next = more ? events.next() : Optional.empty();
    }
    return due;
  }

  // What comes faster than anybody reads is written in larger pieces.
  private void gather() {
    long now = nanoTime.getAsLong();
    if (now - burstSince > BURST_NANOS) {
      burstSince = now;
      burst = 0;
    }
    burst++;
    if (burst > BURST && outlet.most() > 1) {
      LockSupport.parkNanos(GATHERING_NANOS);
    }
  }

  // Whoever comes second, this thread or the end of the write, goes on.
  private boolean goesOn(CompletionStage<?> sent) {
    AtomicBoolean first = new AtomicBoolean(true);
    synchronized (this) {
      writer = Optional.empty();
    }
    sent.whenComplete(
        (done, failure) -> {
          Optional.ofNullable(failure).ifPresent(gone -> leave());
          if (!first.getAndSet(false)) {
            threads.execute(this::write);
          }
        });
    return !first.getAndSet(false);
  }

  private synchronized boolean rest() {
    writing = woken;
    writer = Optional.empty();
    notifyAll();
    return writing;
  }

  private boolean finish() {
    close();
    return false;
  }

  private void close() {
    synchronized (this) {
      writer = Optional.empty();
      if (closed) {
        return;
      }
      closed = true;
    }
    // Of a write that was given up.
    Thread.interrupted();
    try {
      outlet.close();
      events.ended();
    } finally {
      onEnd.accept(this);
      synchronized (this) {
        writing = false;
        notifyAll();
      }
    }
  }
}
