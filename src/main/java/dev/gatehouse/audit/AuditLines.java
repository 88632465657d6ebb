package dev.gatehouse.audit;

import dev.gatehouse.log.BoundedLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes lines in the order in which their events came, on a thread of its own. Whoever comes when
 * too many wait waits too: no line is left out.
 */
final class AuditLines {
  static final int MOST_WAITING = 1_000;

  private static final Logger LOG = System.getLogger("dev.gatehouse.audit.events");
  private static final BoundedLog TROUBLE = BoundedLog.of(AuditLines.class);
  private static final int END_SECONDS = 30;

  private final ThreadPoolExecutor writer;

  /** Begins its thread with the first event. */
  AuditLines(ThreadFactory threads) {
    BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    writer =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, waiting, threads, (line, full) -> addLate(line));
  }

  void add(AuditEvent event) {
    if (LOG.isLoggable(Level.INFO)) {
      writer.execute(() -> write(event));
    }
  }

  // A log that fails must not end the thread, and the next line may do better.
  private static void write(AuditEvent event) {
    try {
      LOG.log(Level.INFO, AuditJson.line(event));
    } catch (RuntimeException e) {
      TROUBLE.log(Level.ERROR, "A line of the audit could not be written", e);
    }
  }

  // To one that is full, or has ended.
  private void addLate(Runnable line) {
    boolean interrupted = Thread.interrupted();
    while (!tryToAdd(line)) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // A call that is told to stop has its line all the same.
  private boolean tryToAdd(Runnable line) {
    try {
      if (!writer.isShutdown()) {
        writer.getQueue().put(line);
        // The thread may have ended meanwhile, without this one.
        if (!writer.isShutdown() || !writer.remove(line)) {
          return true;
        }
      }
      writer.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
      line.run();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /**
   * Waits until all are written, but not for ever; those to come are written by who brings them.
   */
  void close() {
    writer.shutdown();
    try {
      if (writer.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    TROUBLE.log(Level.ERROR, "The audit ended before all of its lines were written");
  }
}
