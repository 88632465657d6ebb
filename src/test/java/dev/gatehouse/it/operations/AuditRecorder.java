package dev.gatehouse.it.operations;

import dev.gatehouse.audit.AuditEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what an application can learn of the audit, and what the log gets. */
@ApplicationScoped
public class AuditRecorder {
  private final Logger logger = Logger.getLogger("dev.gatehouse.audit.events");
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          synchronized (lines) {
            lines.add(line.getMessage());
            lines.notifyAll();
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {}

  @PostConstruct
  void listen() {
    logger.addHandler(handler);
  }

  @PreDestroy
  void stop() {
    logger.removeHandler(handler);
  }

  void observe(@Observes AuditEvent event) {
    events.add(event.toString());
  }

  List<String> events() {
    return events;
  }

  /** With those of all events so far, which are written a little later. */
  List<String> lines() throws InterruptedException {
    int many = events.size();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    synchronized (lines) {
      while (lines.size() < many && System.nanoTime() < end) {
        lines.wait(1000);
      }
    }
    return lines;
  }
}
