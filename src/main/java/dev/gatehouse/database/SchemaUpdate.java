package dev.gatehouse.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Applies what a database lacks of the schemas. One connection holds a row's lock, so that one node
 * works at a time; another one works, since many databases commit at each change of a table.
 */
final class SchemaUpdate {
  private static final Logger LOG = System.getLogger(SchemaUpdate.class.getName());
  private static final String TABLE =
      """
      create table gatehouse_schema (
        name varchar(40) not null,
        version int not null,
        script varchar(100) not null,
        checksum char(64) not null,
        applied_at bigint not null,
        primary key (name, version)
      )""";
  private static final String INSERT = "insert into gatehouse_schema values (?, ?, ?, ?, ?)";
  private static final String LOCK =
      "select version from gatehouse_schema where name = '' and version = 0 for update";

  private final DataSource source;
  private final Clock clock;

  SchemaUpdate(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  private record Applied(int version, String script, String checksum) {}

  /**
   * Returns with all schemas as they must be.
   *
   * @throws SchemaException when the database has another schema than this one's
   */
  void apply(List<Schema> schemas) throws SQLException {
    try (Connection lock = source.getConnection();
        Connection work = source.getConnection()) {
      begin(new Sql(lock));
      lock.setAutoCommit(false);
      try {
        new Sql(lock)
            .first(LOCK, at -> at.getInt(1))
            .orElseThrow(() -> new SQLException("gatehouse_schema has no row to lock"));
        for (Schema schema : schemas) {
          apply(schema, new Sql(work));
        }
      } finally {
        lock.rollback();
        lock.setAutoCommit(true);
      }
    }
  }

  // Two nodes may try at once: what counts is that it is there afterwards.
  private void begin(Sql sql) throws SQLException {
    if (!succeeds(() -> applied("", sql))) {
      succeeds(() -> sql.update(TABLE));
    }
    if (applied("", sql).isEmpty()) {
      succeeds(() -> sql.update(INSERT, "", 0, "lock", " ".repeat(64), clock.millis()));
    }
  }

  @FunctionalInterface
  private interface Step {
    Object run() throws SQLException;
  }

  private static boolean succeeds(Step step) {
    try {
      step.run();
      return true;
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "Another node may have been first", e);
      return false;
    }
  }

  private static List<Applied> applied(String schema, Sql sql) throws SQLException {
    return sql.all(
        "select version, script, checksum from gatehouse_schema where name = ? order by version",
        at -> new Applied(at.getInt(1), at.getString(2), at.getString(3)),
        schema);
  }

  private void apply(Schema schema, Sql work) throws SQLException {
    Map<Integer, Applied> applied =
        applied(schema.name(), work).stream().collect(Collectors.toMap(Applied::version, a -> a));
    if (applied.size() > schema.scripts().size()) {
      throw new SchemaException(
          "The tables of \"%s\" have version %d and this application knows %d: deploy the newer one"
              .formatted(schema.name(), applied.size(), schema.scripts().size()));
    }
    for (Script script : schema.scripts()) {
      Applied before = applied.get(script.version());
      if (before == null) {
        apply(schema.name(), script, work);
      } else if (!before.checksum().equals(script.checksum())) {
        throw new SchemaException(
            "The script %s of \"%s\" is not the one that was applied to this database"
                .formatted(script.name(), schema.name()));
      }
    }
  }

  private void apply(String schema, Script script, Sql work) throws SQLException {
    LOG.log(Level.INFO, "Applying {0} of \"{1}\" to the database", script.name(), schema);
    work.connection().setAutoCommit(false);
    try {
      for (String statement : script.statements()) {
        work.update(statement);
      }
      work.update(
          INSERT, schema, script.version(), script.name(), script.checksum(), clock.millis());
      work.connection().commit();
    } finally {
      work.connection().rollback();
      work.connection().setAutoCommit(true);
    }
  }
}
