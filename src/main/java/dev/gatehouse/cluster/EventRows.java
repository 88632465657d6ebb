package dev.gatehouse.cluster;

import dev.gatehouse.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements about rows that nodes read. */
record EventRows(Sql sql) {
  /** What PostgreSQL calls those who wait for rows. */
  static final String BELL = "gatehouse_event";

  private static final String INSERT = "insert into gatehouse_event (body, sent_at) values (?, ?)";
  private static final String RING = "select pg_notify('" + BELL + "', '')";
  private static final String INSERT_AND_RING =
      "with told as (" + INSERT + " returning id) " + RING + " from told";

  record Row(long id, String text) {}

  int insert(String text, Instant at) throws SQLException {
    return sql.update(INSERT, text, at.toEpochMilli());
  }

  /** The same, in one statement with what wakes those who wait; for PostgreSQL only. */
  int insertAndRing(String text, Instant at) throws SQLException {
    return sql.all(INSERT_AND_RING, told -> text, text, at.toEpochMilli()).size();
  }

  /** Wakes those who wait; for PostgreSQL only. */
  int ring() throws SQLException {
    return sql.all(RING, told -> BELL).size();
  }

  /** The largest number that there is, or 0. */
  long newest() throws SQLException {
    return sql.first("select coalesce(max(id), 0) from gatehouse_event", at -> at.getLong(1))
        .orElseThrow();
  }

  /** Those that were not seen, the first one first. */
  List<Row> after(long number, Set<Long> seen) throws SQLException {
    // The numbers first: what was seen is met again and again, and may be long.
    Optional<Long> first =
        sql
            .all(
                "select id from gatehouse_event where id > ? order by id",
                at -> at.getLong(1),
                number)
            .stream()
            .filter(id -> !seen.contains(id))
            .findFirst();
    return first.isEmpty() ? List.of() : from(first.get(), seen);
  }

  private List<Row> from(long number, Set<Long> seen) throws SQLException {
    return sql
        .all(
            "select id, body from gatehouse_event where id >= ? order by id",
            at -> new Row(at.getLong(1), at.getString(2)),
            number)
        .stream()
        .filter(row -> !seen.contains(row.id()))
        .toList();
  }

  int deleteOlderThan(Instant time) throws SQLException {
    return sql.update("delete from gatehouse_event where sent_at < ?", time.toEpochMilli());
  }
}
