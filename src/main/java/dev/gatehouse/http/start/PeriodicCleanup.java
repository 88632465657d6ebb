package dev.gatehouse.http.start;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.database.Database;
import dev.gatehouse.limits.Limits;
import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.platform.ManagedExecutors;
import dev.gatehouse.security.challenge.RefusalLog;
import dev.gatehouse.switches.Switchboard;
import dev.gatehouse.tool.UnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends streams soon after the tokens that opened them, and sessions that nobody uses; does what
 * else is due every few seconds.
 */
@ApplicationScoped
class PeriodicCleanup {
  private static final Logger LOG = System.getLogger(PeriodicCleanup.class.getName());
  private static final int PERIOD_SECONDS = 5;

  private final Clock clock = Clock.systemUTC();
  private ScheduledFuture<?> task;

  @Inject McpDispatcher dispatcher;
  @Inject AuditLog audit;
  @Inject RefusalLog refusals;
  @Inject Limits limits;
  @Inject Switchboard switchboard;
  @Inject Database database;

  @PostConstruct
  void start() {
    task =
        ManagedExecutors.scheduler()
            .scheduleWithFixedDelay(this::sweep, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void sweep() {
    tryTo(() -> dispatcher.sweep(clock.instant()));
    tryTo(audit::sumUp);
    tryTo(refusals::sumUp);
    tryTo(BoundedLog::sumUpAll);
    tryTo(limits::sweep);
    tryTo(switchboard::refresh);
    tryTo(database::prepare);
  }

  // A scheduler forgets a task that has thrown once.
  private static void tryTo(Runnable task) {
    try {
      task.run();
    } catch (UnavailableException e) {
      LOG.log(Level.DEBUG, "What a task needs is away, which is in the log already", e);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A task of every few seconds failed", e);
    }
  }

  @PreDestroy
  void stop() {
    task.cancel(true);
  }
}
