package dev.gatehouse.http.stream;

import dev.gatehouse.log.BoundedLog;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs tasks on at most so many threads of another executor, and on the caller's without it. */
final class BoundedExecutor implements Executor {
  private static final BoundedLog LOG = BoundedLog.of(BoundedExecutor.class);

  private final Executor threads;
  private final int maxThreads;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int working;

  BoundedExecutor(Executor threads, int maxThreads) {
    this.threads = threads;
    this.maxThreads = maxThreads;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
      if (working == maxThreads) {
        return;
      }
      working++;
    }
    try {
      threads.execute(this::work);
    } catch (RejectedExecutionException | IllegalStateException e) {
      // The application is going down; servers differ in how they say so.
      work();
    }
  }

  private void work() {
    Optional<Runnable> task = next();
    while (task.isPresent()) {
      try {
        task.get().run();
      } catch (RuntimeException | Error e) {
        // One stream's trouble must not take a thread from the others.
        LOG.log(Level.ERROR, "A stream could not be written", e);
      }
      task = next();
    }
  }

  private Optional<Runnable> next() {
    synchronized (waiting) {
      Optional<Runnable> task = Optional.ofNullable(waiting.poll());
      if (task.isEmpty() && --working == 0) {
        waiting.notifyAll();
      }
      return task;
    }
  }

  /** Waits until no task is left, but not longer than this. */
  void awaitIdle(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    synchronized (waiting) {
      try {
        long left = atMost.toMillis();
        while (working > 0 && left > 0) {
          waiting.wait(left);
          left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
