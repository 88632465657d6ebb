package dev.gatehouse.cluster;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Has work done beside its giver, in the order in which it was given, a bounded amount of it. */
final class InOrder {
  static final int MOST_WAITING = 1000;

  private final Executor executor;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  InOrder(Executor executor) {
    this.executor = executor;
  }

  /** Has it done after all that was given before; waits while there is too much of that. */
  void execute(Runnable work) {
    if (!isAdded(work)) {
      return;
    }
    try {
      executor.execute(this::work);
    } catch (RejectedExecutionException e) {
      leave();
      throw e;
    }
  }

  // Whether nobody is at it.
  private synchronized boolean isAdded(Runnable work) {
    while (waiting.size() >= MOST_WAITING) {
      try {
        wait();
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    waiting.add(work);
    boolean begins = !busy;
    busy = true;
    return begins;
  }

  private void work() {
    for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
      try {
        next.get().run();
      } catch (RuntimeException | Error e) {
        leave();
        throw e;
      }
    }
  }

  // What waits is for who is given work next.
  private synchronized void leave() {
    busy = false;
  }

  private synchronized Optional<Runnable> next() {
    Optional<Runnable> next = Optional.ofNullable(waiting.poll());
    busy = next.isPresent();
    notifyAll();
    return next;
  }
}
