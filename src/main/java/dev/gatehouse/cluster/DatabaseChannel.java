package dev.gatehouse.cluster;

import dev.gatehouse.cluster.EventRows.Row;
import dev.gatehouse.database.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Texts as rows that every node reads. Rows become visible in the order of commits, not of their
 * numbers, so each reading looks back some seconds and leaves out what it has seen. Any thread may
 * read; what is read is handed on by one at a time.
 */
final class DatabaseChannel implements NodeChannel {
  private static final Duration LOOK_BACK = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Database database;
  private final Clock clock;
  private final Deque<Reading> readings = new ArrayDeque<>();
  private final Set<Long> seen = new HashSet<>();
  private Consumer<String> receiver = text -> {};
  private long from = -1;
  private long newest;
  private volatile boolean rings;

  DatabaseChannel(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(EventRows rows) throws SQLException;
  }

  private record Reading(Instant at, long newest) {}

  @Override
  public void send(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("Nodes tell each other " + LONGEST + " characters");
    }
    Instant now = clock.instant();
    work(rows -> rings ? rows.insertAndRing(text, now) : rows.insert(text, now));
  }

  private <T> T work(Work<T> work) {
    return database.with(sql -> work.on(new EventRows(sql)));
  }

  /** From now on has each row wake those who wait, in the statement that writes it. */
  void ringWithEach() {
    rings = true;
  }

  /** Wakes those who wait. */
  void ring() {
    work(EventRows::ring);
  }

  @Override
  public synchronized void receive(Consumer<String> taker) {
    receiver = taker;
  }

  /** Hands on what is new; what was sent before the first time is none of this node's business. */
  synchronized void poll() {
    if (from < 0) {
      newest = work(EventRows::newest);
      from = newest;
      return;
    }
    Instant now = clock.instant();
    for (Row row : work(rows -> rows.after(from, seen))) {
      seen.add(row.id());
      newest = Math.max(newest, row.id());
      receiver.accept(row.text());
    }
    readings.add(new Reading(now, newest));
    while (readings.getFirst().at().isBefore(now.minus(LOOK_BACK))) {
      from = readings.removeFirst().newest();
    }
    seen.removeIf(id -> id <= from);
  }

  /** Deletes what every node has read long ago. */
  void sweep() {
    work(rows -> rows.deleteOlderThan(clock.instant().minus(KEPT)));
  }
}
