package dev.gatehouse.http.stream;

import dev.gatehouse.config.Settings;
import dev.gatehouse.platform.ManagedExecutors;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The open connections of this node; breaks their silence, so that nobody takes them for dead. */
@ApplicationScoped
public class SseConnections {
  private final Set<SseConnection> open = ConcurrentHashMap.newKeySet();
  private ScheduledFuture<?> task;

  @Inject Settings settings;
  @Inject SseWriteExecutor writers;

  @PostConstruct
  void start() {
    long period = settings.keepAlive().toMillis();
    task =
        ManagedExecutors.scheduler()
            .scheduleAtFixedRate(
                () -> open.forEach(SseConnection::tick), period, period, TimeUnit.MILLISECONDS);
  }

  /** On the body of a response; it lives until its request ends. */
  public SseConnection on(OutputStream body) {
    BodyOutlet outlet = new BodyOutlet(body);
    // Liberty keeps the first flush of a response to itself.
    outlet.comment();
    return add(outlet);
  }

  /** On a sink, which outlives its request. */
  public SseConnection on(SseEventSink sink, Sse sse) {
    return add(new SinkOutlet(sink, sse));
  }

  private SseConnection add(SseOutlet outlet) {
    SseConnection connection = new SseConnection(outlet, writers, System::nanoTime, open::remove);
    open.add(connection);
    return connection;
  }

  @PreDestroy
  void stop() {
    task.cancel(true);
  }
}
