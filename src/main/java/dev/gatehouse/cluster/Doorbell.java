package dev.gatehouse.cluster;

import dev.gatehouse.database.Database;
import dev.gatehouse.log.BoundedLog;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Has rows read as soon as they are there, where the database is PostgreSQL: a thread with a
 * connection that listens. It may fail at any time, since rows are read every second anyway.
 */
final class Doorbell {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final BoundedLog log = BoundedLog.of(Doorbell.class);
  private final Database database;
  private final DatabaseChannel rows;
  private final ThreadFactory threads;
  private final Listening listening;
  private Optional<Thread> thread = Optional.empty();
  private boolean asked;

  Doorbell(Database database, DatabaseChannel rows, ThreadFactory threads) {
    this.database = database;
    this.rows = rows;
    this.threads = threads;
    this.listening = new Listening(database, rows, line -> log.log(Level.INFO, line));
  }

  /** Begins, unless the database is another; to be called when it is ready, again and again. */
  synchronized void attend() {
    if (asked) {
      return;
    }
    String product = database.with(sql -> sql.connection().getMetaData().getDatabaseProductName());
    asked = true;
    if (product.equals("PostgreSQL")) {
      thread = Optional.of(threads.newThread(listening));
      thread.get().start();
    }
  }

  /** Ends the thread and waits for that. */
  synchronized void close() {
    asked = true;
    listening.end();
    thread.filter(Thread::isAlive).ifPresent(this::await);
  }

  private void await(Thread ending) {
    try {
      rows.ring();
    } catch (RuntimeException e) {
      log.log(Level.DEBUG, "It ends by itself within a second", e);
    }
    try {
      ending.join(PATIENCE.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
