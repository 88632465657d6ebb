package dev.gatehouse.mcp.modern.round;

import dev.gatehouse.database.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The states that were used on any node, until they expire. */
final class SharedUsedStates implements SpentStates {
  private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private Instant swept = Instant.MIN;

  SharedUsedStates(Database database) {
    this.database = database;
  }

  @Override
  public boolean spend(String nonce, RequestState state, Instant now) {
    sweep(now);
    return database.with(
        sql -> {
          try {
            return sql.update(
                    "insert into gatehouse_used_state values (?, ?)",
                    nonce,
                    state.expires().toEpochMilli())
                == 1;
          } catch (SQLException e) {
            boolean isThere =
                sql.first(
                        "select nonce from gatehouse_used_state where nonce = ?",
                        at -> at.getString(1),
                        nonce)
                    .isPresent();
            if (isThere) {
              return false;
            }
            throw e;
          }
        });
  }

  @Override
  public void giveBack(String nonce) {
    database.with(sql -> sql.update("delete from gatehouse_used_state where nonce = ?", nonce));
  }

  private synchronized void sweep(Instant now) {
    if (now.isAfter(swept.plus(SWEPT_EVERY))) {
      swept = now;
      database.with(
          sql ->
              sql.update(
                  "delete from gatehouse_used_state where expires_at < ?", now.toEpochMilli()));
    }
  }
}
