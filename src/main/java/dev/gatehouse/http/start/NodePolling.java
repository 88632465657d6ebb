package dev.gatehouse.http.start;

import dev.gatehouse.cluster.Nodes;
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

/** Reads what other nodes tell, every second; where there are none, nothing runs. */
@ApplicationScoped
class NodePolling {
  private static final Logger LOG = System.getLogger(NodePolling.class.getName());
  private static final int PERIOD_SECONDS = 1;
  private static final int SWEPT_EVERY = 60;

  private Optional<ScheduledFuture<?>> task = Optional.empty();
  private int polls;

  @Inject Nodes nodes;

  @PostConstruct
  void start() {
    if (nodes.database().isPresent()) {
      task =
          Optional.of(
              ManagedExecutors.scheduler()
                  .scheduleWithFixedDelay(this::poll, 0, PERIOD_SECONDS, TimeUnit.SECONDS));
    }
  }

  // A scheduler forgets a task that has thrown once.
  private void poll() {
    try {
      nodes.poll();
      polls++;
      if (polls % SWEPT_EVERY == 0) {
        nodes.sweep();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "What other nodes tell could not be read", e);
    }
  }

  @PreDestroy
  void stop() {
    task.ifPresent(scheduled -> scheduled.cancel(true));
  }
}
