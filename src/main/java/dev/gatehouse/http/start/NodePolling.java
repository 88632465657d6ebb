package dev.gatehouse.http.start;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.limits.Limits;
import dev.gatehouse.platform.ManagedExecutors;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tells other nodes, and reads what they tell, every second; where there are none, nothing runs.
 */
@ApplicationScoped
class NodePolling {
  private static final Logger LOG = System.getLogger(NodePolling.class.getName());
  private static final int PERIOD_SECONDS = 1;
  private static final int SWEPT_EVERY = 60;

  private Optional<ScheduledFuture<?>> task = Optional.empty();
  private int polls;

  @Inject Nodes nodes;
  @Inject Limits limits;

  @PostConstruct
  void start() {
    if (nodes.database().isPresent()) {
      task =
          Optional.of(
              ManagedExecutors.scheduler()
                  .scheduleWithFixedDelay(this::poll, 0, PERIOD_SECONDS, TimeUnit.SECONDS));
    }
  }

  private void poll() {
    tryTo(limits::tell);
    tryTo(nodes::poll);
    polls++;
    if (polls % SWEPT_EVERY == 0) {
      tryTo(nodes::sweep);
    }
  }

  // A scheduler forgets a task that has thrown once.
  private static void tryTo(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "What nodes tell each other could not be told or read", e);
    }
  }

  @PreDestroy
  void stop() {
    task.ifPresent(scheduled -> scheduled.cancel(true));
  }
}
