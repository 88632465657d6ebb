package dev.gatehouse.cluster;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Sql;
import dev.gatehouse.log.LogSanitizer;
import dev.gatehouse.tool.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for PostgreSQL to tell of rows, on one connection after the other, until it is ended. */
final class Listening implements Runnable {
  private static final String LISTEN = "listen " + EventRows.BELL;
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  // What comes meanwhile is read together.
  private static final Duration CALM = Duration.ofMillis(20);
  private static final int TRIED_EVERY = 60;

  private final Database database;
  private final DatabaseChannel rows;
  private final Consumer<String> log;
  private final CountDownLatch end = new CountDownLatch(1);
  private String told = "";

  Listening(Database database, DatabaseChannel rows, Consumer<String> log) {
    this.database = database;
    this.rows = rows;
    this.log = log;
  }

  @Override
  public void run() {
    while (!hasEnded()) {
      try (Connection connection = database.keep()) {
        listen(new Sql(connection));
      } catch (UnavailableException e) {
        // The database's own lines say so.
      } catch (ReflectiveOperationException e) {
        tell("PostgreSQL's driver can't be reached, so other nodes are heard once a second", e);
        return;
      } catch (SQLException | RuntimeException e) {
        tell("LISTEN fails, so other nodes are heard once a second until it works", e);
      }
      pause(PAUSE);
    }
  }

  private void listen(Sql sql) throws SQLException, ReflectiveOperationException {
    sql.update(LISTEN);
    try {
      rows.ringWithEach();
      DriverNotifications arriving = DriverNotifications.of(sql.connection());
      tell("Other nodes are heard at once, by LISTEN on a connection of its own");
      rows.poll();
      read(sql, arriving);
    } finally {
      // Others get the connection then; one that is broken shows it to the pool here.
      sql.update("unlisten *");
    }
  }

  private void read(Sql sql, DriverNotifications arriving)
      throws SQLException, ReflectiveOperationException {
    for (int waits = 1; !hasEnded(); waits++) {
      if (arriving.await(WAIT)) {
        rows.poll();
        pause(CALM);
      } else if (waits % TRIED_EVERY == 0) {
        tryOut(sql);
      }
    }
  }

  // One whose other end is gone without a word hears nothing for ever.
  private static void tryOut(Sql sql) throws SQLException {
    if (!sql.connection().isValid((int) PAUSE.toSeconds())) {
      throw new SQLException("the connection does not answer");
    }
    sql.update(LISTEN);
  }

  private void tell(String line, Exception reason) {
    tell(line + ": " + LogSanitizer.of(String.valueOf(reason.getMessage())));
  }

  // Once for each reason, since it is tried again and again.
  private void tell(String line) {
    if (!line.equals(told)) {
      told = line;
      log.accept(line);
    }
  }

  private boolean hasEnded() {
    return end.getCount() == 0;
  }

  private void pause(Duration time) {
    try {
      end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      end();
    }
  }

  void end() {
    end.countDown();
  }
}
