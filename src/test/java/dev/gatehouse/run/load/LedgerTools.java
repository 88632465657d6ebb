package dev.gatehouse.run.load;

import dev.gatehouse.interaction.Progress;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Writes to a database that all nodes share, through the server's pool and transactions. Its table
 * would take the same key twice.
 */
@ApplicationScoped
@DataSourceDefinition(
    name = "java:app/jdbc/ledger",
    className = "org.h2.jdbcx.JdbcDataSource",
    url = "${ENV=LOAD_LEDGER}",
    user = "sa",
    password = "",
    initialPoolSize = 8,
    minPoolSize = 8,
    maxPoolSize = 8)
public class LedgerTools {
  static final int PAGE = 500;
  private static final int STEPS = 3;

  @Inject Caller caller;

  @Resource(lookup = "java:app/jdbc/ledger")
  DataSource ledger;

  @PostConstruct
  void create() {
    try (Connection connection = ledger.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists ledger (entry varchar(64), content varchar(64), writer varchar(64))");
      statement.execute("create index if not exists entries on ledger (entry)");
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger can't be reached", e);
    }
  }

  @RequiresScope("todo:write")
  @Transactional(rollbackOn = Exception.class)
  @Tool(description = "Writes one entry")
  String note(String entry, String content) throws SQLException {
    insert(entry, content);
    return entry;
  }

  @RequiresScope("todo:write")
  @Transactional(rollbackOn = Exception.class)
  @Tool(description = "Writes one entry after some steps that are reported")
  String noteSlowly(String entry, String content, Progress progress) throws Exception {
    for (int step = 1; step <= STEPS; step++) {
      progress.report(step, STEPS);
      Thread.sleep(40);
    }
    insert(entry, content);
    return entry;
  }

  private void insert(String entry, String content) throws SQLException {
    try (Connection connection = ledger.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into ledger values (?, ?, ?)")) {
      insert.setString(1, entry);
      insert.setString(2, content);
      insert.setString(3, caller.subject());
      insert.executeUpdate();
    }
  }

  /** A line for each entry: itself, its content, its writer, and how often it was written. */
  @RequiresScope("todo:read")
  @Tool(description = "The entries that follow one, in their order", readOnly = true)
  String notes(String after) throws SQLException {
    String query =
        "select entry, min(content), max(writer), count(*) from ledger where entry > ?"
            + " group by entry order by entry limit "
            + PAGE;
    StringBuilder lines = new StringBuilder();
    try (Connection connection = ledger.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, after);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          lines.append(rows.getString(1)).append(' ').append(rows.getString(2)).append(' ');
          lines.append(rows.getString(3)).append(' ').append(rows.getInt(4)).append('\n');
        }
      }
    }
    return lines.toString();
  }
}
