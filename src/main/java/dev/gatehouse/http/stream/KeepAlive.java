package dev.gatehouse.http.stream;

import dev.gatehouse.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Writes a comment to each open stream from time to time, so that nobody takes it for dead. */
@ApplicationScoped
public class KeepAlive {
  private final Set<KeepAliveStream> open = ConcurrentHashMap.newKeySet();
  private ScheduledFuture<?> task;

  @Inject Settings settings;
  @Resource ManagedScheduledExecutorService scheduler;

  @PostConstruct
  void start() {
    long period = settings.keepAlive().toMillis();
    task =
        scheduler.scheduleAtFixedRate(
            () -> open.forEach(KeepAliveStream::comment), period, period, TimeUnit.MILLISECONDS);
  }

  public void add(KeepAliveStream stream) {
    open.add(stream);
  }

  public void remove(KeepAliveStream stream) {
    open.remove(stream);
  }

  @PreDestroy
  void stop() {
    task.cancel(true);
  }
}
