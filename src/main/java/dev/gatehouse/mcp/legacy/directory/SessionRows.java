package dev.gatehouse.mcp.legacy.directory;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Sql;
import dev.gatehouse.json.Json;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the database has of sessions: what their clients set, and that they ended. */
final class SessionRows {
  private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;
  private Instant swept = Instant.MIN;

  SessionRows(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Row(boolean ended, String preferences) {}

  /** Empty for a session that has ended. */
  Optional<SessionPreferences> find(String key) {
    Optional<Row> row =
        database.with(
            sql ->
                sql.first(
                    "select ended, preferences from gatehouse_session where session = ?",
                    at -> new Row(at.getBoolean(1), at.getString(2)),
                    key));
    return row.filter(Row::ended).isPresent()
        ? Optional.empty()
        : Optional.of(
            row.map(known -> preferences(known.preferences())).orElse(SessionPreferences.NONE));
  }

  private static SessionPreferences preferences(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return SessionPreferences.of(reader.readObject());
    }
  }

  /** What has ended stays so. */
  void write(String key, boolean ended, SessionPreferences preferences) {
    database.with(
        sql -> {
          boolean written =
              isUpdated(sql, key, ended, preferences)
                  || isInserted(sql, key, ended, preferences)
                  || isUpdated(sql, key, ended, preferences);
          if (!written) {
            throw new SQLException("The row of a session could not be written");
          }
          return key;
        });
  }

  // False for whoever is second at the same time, and finds the row of the first then.
  private boolean isInserted(Sql sql, String key, boolean ended, SessionPreferences preferences) {
    try {
      return sql.update(
              "insert into gatehouse_session values (?, ?, ?, ?)",
              key,
              ended,
              preferences.toJson().toString(),
              clock.instant().plus(SessionDirectory.LIFE).toEpochMilli())
          == 1;
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean isUpdated(
      Sql sql, String key, boolean ended, SessionPreferences preferences) throws SQLException {
    return sql.update(
            "update gatehouse_session set ended = (ended or ?), preferences = ? where session = ?",
            ended,
            preferences.toJson().toString(),
            key)
        == 1;
  }

  /** Deletes the rows of sessions that are too old, once a minute. */
  synchronized void sweep(Instant now) {
    if (database.isReady() && now.isAfter(swept.plus(SWEPT_EVERY))) {
      swept = now;
      database.with(
          sql ->
              sql.update("delete from gatehouse_session where expires_at < ?", now.toEpochMilli()));
    }
  }
}
