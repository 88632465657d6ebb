package dev.gatehouse.diagnostics;

import dev.gatehouse.platform.ManagedExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets the doctor look after each deployment, and logs what it finds. */
@ApplicationScoped
class StartupDiagnostics {
  private static final Logger LOG = System.getLogger(Diagnostics.class.getName());

  // A server may open its port long after it has started the application.
  private static final List<Duration> DELAYS =
      List.of(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(45));

  private final ReportLines lines = new ReportLines();
  private volatile Optional<Future<?>> next = Optional.empty();
  private volatile boolean stopped;
  private ManagedExecutorService executor;
  private ManagedScheduledExecutorService scheduler;

  @Inject Diagnostics doctor;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    executor = ManagedExecutors.executor();
    scheduler = ManagedExecutors.scheduler();
    schedule(0);
  }

  @PreDestroy
  void stop() {
    stopped = true;
    next.ifPresent(task -> task.cancel(true));
  }

  // On the executor for long work; the scheduler is needed to cut what takes too long.
  private void schedule(int visit) {
    Runnable task = () -> executor.execute(() -> visit(visit));
    long delay = DELAYS.get(visit).toMillis();
    next = Optional.of(scheduler.schedule(task, delay, TimeUnit.MILLISECONDS));
  }

  private void visit(int visit) {
    try {
      Report report = doctor.again();
      if (stopped) {
        return;
      }
      boolean last = report.isReachable() || visit == DELAYS.size() - 1;
      lines.of(report, last).forEach(line -> LOG.log(line.level(), line.text()));
      if (!last) {
        schedule(visit + 1);
      }
    } catch (RuntimeException failure) {
      // While the application is taken away, anything may fail.
      if (!stopped) {
        LOG.log(Level.ERROR, "The doctor failed", failure);
      }
    }
  }
}
