package dev.gatehouse.http;

import dev.gatehouse.mcp.McpDispatcher;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends streams soon after the tokens that opened them, and sessions that nobody uses. */
@ApplicationScoped
class Sweeper {
  private static final int PERIOD_SECONDS = 5;

  private final Clock clock = Clock.systemUTC();
  private ScheduledFuture<?> task;

  @Inject McpDispatcher dispatcher;
  @Resource ManagedScheduledExecutorService scheduler;

  @PostConstruct
  void start() {
    task =
        scheduler.scheduleWithFixedDelay(
            () -> dispatcher.sweep(clock.instant()),
            PERIOD_SECONDS,
            PERIOD_SECONDS,
            TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    task.cancel(true);
  }
}
