package dev.gatehouse.cluster;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which nodes are there: each counts in a row of its own and watches the others count, by its own
 * clock, since clocks differ.
 */
final class Heartbeats {
  /** How long a node may be silent. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;
  private final String self;
  private final Map<String, Heard> heard = new HashMap<>();
  private Instant watched = Instant.MIN;
  private long beats;

  Heartbeats(Database database, Clock clock, String self) {
    this.database = database;
    this.clock = clock;
    this.self = self;
  }

  private record Row(String node, long beat) {}

  private record Heard(long beat, Instant at) {}

  /** Counts, and hears the others; to be called every second or two. */
  synchronized void beat() {
    beats++;
    database.with(this::write);
    listen();
    for (String silent : silentFor(KEPT)) {
      database.with(sql -> sql.update("delete from gatehouse_node where node = ?", silent));
    }
  }

  /** Has the others know of this node from now on. */
  synchronized void enter() {
    if (beats == 0) {
      beat();
    }
  }

  private int write(Sql sql) throws SQLException {
    int written = sql.update("update gatehouse_node set beat = ? where node = ?", beats, self);
    return written > 0
        ? written
        : sql.update("insert into gatehouse_node values (?, ?)", self, beats);
  }

  private void listen() {
    Instant now = clock.instant();
    boolean wasAway = wasAway(now);
    Set<String> there = new HashSet<>();
    for (Row row : rows()) {
      there.add(row.node());
      heard.merge(
          row.node(),
          new Heard(row.beat(), now),
          (before, latest) -> wasAway || before.beat() != latest.beat() ? latest : before);
    }
    heard.keySet().retainAll(there);
    watched = now;
  }

  // Who could not listen has missed beats, which says nothing about the others.
  private boolean wasAway(Instant now) {
    return watched.isBefore(now.minus(SILENCE.dividedBy(2)));
  }

  private Iterable<Row> rows() {
    return database.with(
        sql ->
            sql.all(
                "select node, beat from gatehouse_node",
                at -> new Row(at.getString(1), at.getLong(2))));
  }

  private Set<String> silentFor(Duration time) {
    Instant since = clock.instant().minus(time);
    Set<String> silent = new HashSet<>(heard.keySet());
    silent.removeIf(node -> node.equals(self) || !heard.get(node).at().isBefore(since));
    return silent;
  }

  /** Whether a node has left, or was not heard of for too long. */
  synchronized boolean isGone(String node) {
    if (node.equals(self)) {
      return false;
    }
    if (wasAway(clock.instant()) || !heard.containsKey(node)) {
      listen();
    }
    return !heard.containsKey(node) || silentFor(SILENCE).contains(node);
  }

  /** Says that this node leaves. */
  synchronized void leave() {
    if (beats > 0) {
      database.with(sql -> sql.update("delete from gatehouse_node where node = ?", self));
    }
  }
}
