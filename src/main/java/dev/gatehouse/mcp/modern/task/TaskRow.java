package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of the table, whose content is sealed. */
record TaskRow(
    String caller,
    TaskStatus status,
    String node,
    long version,
    long created,
    long updated,
    long expires,
    String content) {
  /** The row at which the result is. */
  static TaskRow of(ResultSet at) throws SQLException {
    return new TaskRow(
        at.getString("caller"),
        TaskStatus.valueOf(at.getString("status")),
        at.getString("node"),
        at.getLong("version"),
        at.getLong("created_at"),
        at.getLong("updated_at"),
        at.getLong("expires_at"),
        at.getString("content"));
  }

  /** The task, with its opened content. */
  StoredTask task(String id, byte[] plain) {
    try (var reader =
        Json.createReader(new StringReader(new String(plain, StandardCharsets.UTF_8)))) {
      return new StoredTask(
          id,
          caller,
          status,
          node,
          version,
          Instant.ofEpochMilli(created),
          Instant.ofEpochMilli(updated),
          Instant.ofEpochMilli(expires),
          TaskContent.of(reader.readObject()));
    }
  }
}
