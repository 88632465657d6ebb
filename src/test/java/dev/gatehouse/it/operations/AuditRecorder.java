package dev.gatehouse.it.operations;

import dev.gatehouse.audit.AuditEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
          lines.add(line.getMessage());
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

  List<String> lines() {
    return lines;
  }
}
