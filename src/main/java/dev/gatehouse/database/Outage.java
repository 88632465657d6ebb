package dev.gatehouse.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells a database that is away from one that refuses a statement. */
final class Outage {
  private Outage() {}

  /**
   * By the exception's type, or by the class of its SQLSTATE: no connection (08), shut down (57P of
   * PostgreSQL), no resources (53).
   */
  static boolean is(SQLException thrown) {
    String state = String.valueOf(thrown.getSQLState());
    return thrown instanceof SQLNonTransientConnectionException
        || thrown instanceof SQLTransientException
        || thrown instanceof SQLRecoverableException
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53");
  }
}
