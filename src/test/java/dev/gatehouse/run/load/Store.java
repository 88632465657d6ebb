package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Ledger.Entry;
import dev.gatehouse.run.load.Ledger.Row;
import dev.gatehouse.support.server.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The database that the nodes share, which comes and goes. */
final class Store implements AutoCloseable {
  /** What is kept there, besides the ledger. */
  static final List<String> TABLES =
      List.of(
          "gatehouse_todo",
          "gatehouse_session",
          "gatehouse_event",
          "gatehouse_task",
          "gatehouse_used_state",
          "gatehouse_node");

  // So much later all nodes have to have it again: they look every second, a client may be told to
  // come back after five.
  private static final long NOTICE = TimeUnit.SECONDS.toNanos(10);

  private final Postgres postgres;
  private final int port;
  private final AtomicLong goneOn = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean away = true;
  private volatile long gone = System.nanoTime();
  private volatile long back = System.nanoTime();

  private Store(Path data, int port) {
    this.postgres = Postgres.prepare(data, port);
    this.port = port;
  }

  static Store prepare(Path folder, int port) throws IOException {
    return new Store(Files.createTempDirectory(folder, "postgresql").resolve("data"), port);
  }

  int port() {
    return port;
  }

  synchronized void start() throws IOException {
    postgres.start();
    back = System.nanoTime();
    away = false;
  }

  synchronized void stop() throws IOException {
    gone = System.nanoTime();
    away = true;
    postgres.stop();
  }

  /** Whether it was away at this moment, or has been since, or nodes may not know better yet. */
  boolean wasAwaySince(long nanos) {
    return away || back + NOTICE - nanos > 0;
  }

  /** Takes down what was answered while it was away, to what was sent while it was away. */
  void answered(boolean needsData, long sent, int status) {
    if (!away || gone - sent > 0) {
      return;
    }
    if (status < 300 && !needsData) {
      goneOn.incrementAndGet();
    } else if (status == 503 && needsData) {
      refused.incrementAndGet();
    }
  }

  /** How many calls that need no data were answered as ever while it was away. */
  long goneOn() {
    return goneOn.get();
  }

  /** How many that need data were told to come back. */
  long refused() {
    return refused.get();
  }

  /** The table of {@link LedgerTools}, which would take the same key twice. */
  void createLedger() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create table ledger (entry text, content text, writer text)");
      statement.execute("create index entries on ledger (entry)");
    }
  }

  /** Everything that is wrong with it as far as clients know. */
  List<String> check(Ledger ledger) throws SQLException {
    return ledger.check(ledger.fates(), read());
  }

  private Map<String, Row> read() throws SQLException {
    Map<String, Row> rows = new TreeMap<>();
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet at =
            statement.executeQuery(
                "select entry, min(content), max(writer), count(*) from ledger group by entry")) {
      while (at.next()) {
        rows.put(
            at.getString(1), new Row(new Entry(at.getString(2), at.getString(3)), at.getInt(4)));
      }
    }
    return rows;
  }

  /** How many rows each table has. */
  Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        rows.put(table, count(statement, "select count(*) from " + table));
      }
    }
    return rows;
  }

  private static long count(Statement statement, String query) throws SQLException {
    try (ResultSet at = statement.executeQuery(query)) {
      at.next();
      return at.getLong(1);
    }
  }

  /** Lets the time pass after which nodes sweep what they keep for a week or for ten minutes. */
  void age() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("update gatehouse_session set expires_at = 0");
      statement.execute("update gatehouse_event set sent_at = 0");
    }
  }

  @Override
  public void close() throws IOException {
    if (!away) {
      stop();
    }
  }
}
