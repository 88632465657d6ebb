package dev.gatehouse.it.hostile;

import dev.gatehouse.interaction.Progress;
import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A tool to attack, and one that tells what attacks left behind. */
@ApplicationScoped
public class ProbeTools {
  @Inject McpDispatcher dispatcher;

  private final Logger logger = Logger.getLogger("dev.gatehouse");
  private final AtomicInteger lines = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.incrementAndGet();
          if (line.getThrown() != null && !(line.getThrown() instanceof AssertionError)) {
            faults.incrementAndGet();
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

  @NoScopeRequired
  @Tool(description = "Says it again, and how far it is")
  String echo(String text, Progress progress) {
    progress.report(1, 1, text);
    return text;
  }

  @NoScopeRequired
  @Tool(description = "Waits until its client leaves")
  void linger(Progress progress) throws InterruptedException {
    progress.report(1);
    new CountDownLatch(1).await(2, TimeUnit.MINUTES);
  }

  // Threads of pools stay for a while; those that a request holds are in our code.
  private static long held() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey() != Thread.currentThread())
        .filter(thread -> Stream.of(thread.getValue()).anyMatch(ProbeTools::isOurs))
        .count();
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith("dev.gatehouse.");
  }

  @NoScopeRequired
  @Tool(description = "What is in use; of the heap, what lives, if it is collected before")
  Usage usage(boolean collected) {
    if (collected) {
      System.gc();
    }
    return new Usage(
        dispatcher.listeners(),
        dispatcher.sessions(),
        held(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        lines.get(),
        faults.get());
  }
}
