package dev.gatehouse.cluster;

import dev.gatehouse.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Texts as rows that every node reads. Rows become visible in the order of commits, not of their
 * numbers, so each reading looks back some seconds and leaves out what it has seen.
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

  DatabaseChannel(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Row(long id, String text) {}

  private record Reading(Instant at, long newest) {}

  @Override
  public void send(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("Nodes tell each other " + LONGEST + " characters");
    }
    database.with(
        sql ->
            sql.update(
                "insert into gatehouse_event (body, sent_at) values (?, ?)", text, clock.millis()));
  }

  @Override
  public synchronized void receive(Consumer<String> taker) {
    receiver = taker;
  }

  /** Hands on what is new; what was sent before the first time is none of this node's business. */
  synchronized void poll() {
    if (from < 0) {
      newest = maximum();
      from = newest;
      return;
    }
    Instant now = clock.instant();
    for (Row row : rows()) {
      if (seen.add(row.id())) {
        newest = Math.max(newest, row.id());
        receiver.accept(row.text());
      }
    }
    readings.add(new Reading(now, newest));
    while (readings.getFirst().at().isBefore(now.minus(LOOK_BACK))) {
      from = readings.removeFirst().newest();
    }
    seen.removeIf(id -> id <= from);
  }

  private long maximum() {
    return database.with(
        sql ->
            sql.first("select coalesce(max(id), 0) from gatehouse_event", at -> at.getLong(1))
                .orElseThrow());
  }

  private List<Row> rows() {
    return database.with(
        sql ->
            sql.all(
                "select id, body from gatehouse_event where id > ? order by id",
                at -> new Row(at.getLong(1), at.getString(2)),
                from));
  }

  /** Deletes what every node has read long ago. */
  void sweep() {
    database.with(
        sql ->
            sql.update(
                "delete from gatehouse_event where sent_at < ?",
                clock.instant().minus(KEPT).toEpochMilli()));
  }
}
