package dev.gatehouse.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on one connection, each with the values for its question marks in their order. */
public record Sql(Connection connection) {

  /** Makes one thing of the row at which the result is. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet at) throws SQLException;
  }

  /** How many rows the statement changed. */
  public int update(String statement, Object... values) throws SQLException {
    try (PreparedStatement prepared = prepare(statement, values)) {
      return prepared.executeUpdate();
    }
  }

  /** All rows. */
  public <T> List<T> all(String query, Row<T> row, Object... values) throws SQLException {
    try (PreparedStatement prepared = prepare(query, values);
        ResultSet at = prepared.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (at.next()) {
        all.add(row.read(at));
      }
      return all;
    }
  }

  /** The first row. */
  public <T> Optional<T> first(String query, Row<T> row, Object... values) throws SQLException {
    return all(query, row, values).stream().findFirst();
  }

  private PreparedStatement prepare(String statement, Object... values) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    try {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      return prepared;
    } catch (SQLException e) {
      prepared.close();
      throw e;
    }
  }
}
