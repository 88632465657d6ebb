package dev.gatehouse.http.stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Writes to all sinks on a few threads, since a server's own pool may grow with the tasks. */
@ApplicationScoped
public class SseWriteExecutor implements Executor {
  // So many writes may hang, until the server ends them, before others have to wait.
  private static final int MAX_THREADS = 32;

  private BoundedExecutor executor;

  @Resource ManagedExecutorService threads;

  @PostConstruct
  void start() {
    executor = new BoundedExecutor(threads, MAX_THREADS);
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  /** Waits until everything is written, but not for ever. */
  void awaitIdle(Duration atMost) {
    executor.awaitIdle(atMost);
  }
}
