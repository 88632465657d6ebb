package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.database.Database;
import dev.gatehouse.json.JsonBytes;
import dev.gatehouse.mcp.seal.StateCipher;
import java.time.Instant;
import java.util.Optional;

/** In the database, sealed: arguments, answers and results are their caller's business. */
record SqlTaskStore(Database database, StateCipher cipher) implements TaskStore {

  private String sealed(StoredTask task) {
    return cipher.seal(JsonBytes.of(task.content().toJson()));
  }

  @Override
  public void add(StoredTask task) {
    database.with(
        sql ->
            sql.update(
                "insert into gatehouse_task values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                task.id(),
                task.caller(),
                task.status().name(),
                task.node(),
                task.version(),
                task.created().toEpochMilli(),
                task.updated().toEpochMilli(),
                task.expires().toEpochMilli(),
                sealed(task)));
  }

  @Override
  public Optional<StoredTask> find(String id, Instant now) {
    return database
        .with(
            sql ->
                sql.first(
                    "select * from gatehouse_task where task = ? and expires_at > ?",
                    TaskRow::of,
                    id,
                    now.toEpochMilli()))
        .flatMap(row -> cipher.open(row.content()).map(plain -> row.task(id, plain)));
  }

  @Override
  public boolean replace(StoredTask next) {
    return database.with(
            sql ->
                sql.update(
                    "update gatehouse_task set status = ?, node = ?, version = ?, updated_at = ?,"
                        + " content = ? where task = ? and version = ?",
                    next.status().name(),
                    next.node(),
                    next.version(),
                    next.updated().toEpochMilli(),
                    sealed(next),
                    next.id(),
                    next.version() - 1))
        == 1;
  }

  @Override
  public int count(String caller, Instant now) {
    return database.with(
        sql ->
            sql.first(
                    "select count(*) from gatehouse_task where caller = ? and expires_at > ?",
                    at -> at.getInt(1),
                    caller,
                    now.toEpochMilli())
                .orElseThrow());
  }

  @Override
  public void sweep(Instant now) {
    database.with(
        sql -> sql.update("delete from gatehouse_task where expires_at <= ?", now.toEpochMilli()));
  }
}
