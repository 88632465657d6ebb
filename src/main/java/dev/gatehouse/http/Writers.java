package dev.gatehouse.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Writes to all sinks on a few threads, since a server's own pool may grow with the tasks. */
@ApplicationScoped
class Writers implements Executor {
  // So many writes may hang, until the server ends them, before others have to wait.
  private static final int MAX_THREADS = 32;

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int working;

  @Resource ManagedExecutorService threads;

  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
      if (working == MAX_THREADS) {
        return;
      }
      working++;
    }
    try {
      threads.execute(this::work);
    } catch (RejectedExecutionException e) {
      // The application is going down; what it says last is said on its own thread.
      work();
    }
  }

  private void work() {
    Runnable task = next();
    while (task != null) {
      task.run();
      task = next();
    }
  }

  private Runnable next() {
    synchronized (waiting) {
      Runnable task = waiting.poll();
      working -= task == null ? 1 : 0;
      return task;
    }
  }
}
