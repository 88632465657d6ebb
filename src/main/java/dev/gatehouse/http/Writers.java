package dev.gatehouse.http;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Writes to all sinks on a few threads, since a server's own pool may grow with the tasks. */
@ApplicationScoped
class Writers implements Executor {
  private static final Logger LOG = System.getLogger(Writers.class.getName());

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
    } catch (RejectedExecutionException | IllegalStateException e) {
      // The application is going down; what it says last is said on its own thread.
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
      working -= task.isEmpty() ? 1 : 0;
      return task;
    }
  }
}
