package dev.gatehouse.http.stream;

import dev.gatehouse.log.BoundedLog;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs tasks on at most so many threads of another executor, and on the caller's without it. A
 * thread that is held up for over a second does not count, so that the others go on.
 */
final class BoundedExecutor implements Executor {
  private static final BoundedLog LOG = BoundedLog.of(BoundedExecutor.class);
  private static final long HELD_UP_NANOS = 1_000_000_000L;

  private final Executor threads;
  private final int maxThreads;
  private final int maxHeldUp;
  private final LongSupplier nanoTime;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Set<Worker> working = new HashSet<>();

  /** One thread, and when it began with its present task. */
  private static final class Worker {
    private long since;
  }

  BoundedExecutor(Executor threads, int maxThreads, int maxHeldUp, LongSupplier nanoTime) {
    this.threads = threads;
    this.maxThreads = maxThreads;
    this.maxHeldUp = maxHeldUp;
    this.nanoTime = nanoTime;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
    }
    relieve();
  }

  /** Takes one more thread where tasks wait for those that are held up; for every now and then. */
  void relieve() {
    Worker worker = new Worker();
    synchronized (waiting) {
      if (waiting.isEmpty() || isFull()) {
        return;
      }
      begin(worker);
      working.add(worker);
    }
    try {
      threads.execute(() -> work(worker));
    } catch (RejectedExecutionException | IllegalStateException e) {
      // The application is going down; servers differ in how they say so.
      work(worker);
    }
  }

  private boolean isFull() {
    return working.size() >= maxThreads && atWork() >= maxThreads;
  }

  private int atWork() {
    long now = nanoTime.getAsLong();
    long heldUp = working.stream().filter(worker -> now - worker.since > HELD_UP_NANOS).count();
    return working.size() - (int) Math.min(heldUp, maxHeldUp);
  }

  private void begin(Worker worker) {
    worker.since = nanoTime.getAsLong();
  }

  private void work(Worker worker) {
    Optional<Runnable> task = next(worker);
    while (task.isPresent()) {
      try {
        task.get().run();
      } catch (RuntimeException | Error e) {
        // One stream's trouble must not take a thread from the others.
        LOG.log(Level.ERROR, "A stream could not be written", e);
      }
      task = next(worker);
    }
  }

  private Optional<Runnable> next(Worker worker) {
    synchronized (waiting) {
      begin(worker);
      Optional<Runnable> task =
          atWork() > maxThreads ? Optional.empty() : Optional.ofNullable(waiting.poll());
      if (task.isEmpty()) {
        working.remove(worker);
      }
      waiting.notifyAll();
      return task;
    }
  }

  /** Waits until no task is left but those that are held up, and not longer than this. */
  void awaitIdle(Duration atMost) {
    long end = nanoTime.getAsLong() + atMost.toNanos();
    synchronized (waiting) {
      try {
        long left = atMost.toNanos();
        // Where nothing was ever written, it loads no class: the archive may be gone by now.
        while ((!waiting.isEmpty() || !working.isEmpty() && atWork() > 0) && left > 0) {
          TimeUnit.NANOSECONDS.timedWait(waiting, Math.min(left, HELD_UP_NANOS));
          left = end - nanoTime.getAsLong();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
