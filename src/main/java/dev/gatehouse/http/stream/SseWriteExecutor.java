package dev.gatehouse.http.stream;

import dev.gatehouse.platform.ManagedExecutors;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Writes to all connections on a few threads, and on some more for clients that do not read. */
@ApplicationScoped
public class SseWriteExecutor implements Executor {
  private static final int MAX_THREADS = 32;

  // Each until its client has been left; more than these make the others wait.
  private static final int MAX_HELD_UP = 256;

  private static final int IDLE_SECONDS = 10;

  private ExecutorService pool;
  private BoundedExecutor executor;
  private ScheduledFuture<?> relief;

  @PostConstruct
  void start() {
    // Not the server's own pool, which may grow with the tasks or have too few threads.
    pool =
        new ThreadPoolExecutor(
            0,
            MAX_THREADS + MAX_HELD_UP,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            ManagedExecutors.threads());
    executor = new BoundedExecutor(pool, MAX_THREADS, MAX_HELD_UP, System::nanoTime);
    relief =
        ManagedExecutors.scheduler().scheduleAtFixedRate(executor::relieve, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  /** Waits until everything is written, but not for ever. */
  void awaitIdle(Duration atMost) {
    executor.awaitIdle(atMost);
  }

  @PreDestroy
  void stop() {
    relief.cancel(true);
    pool.shutdownNow();
  }
}
