package dev.gatehouse.cluster;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What PostgreSQL tells one connection. Its driver is the server's, and most servers hide its
 * classes from applications.
 */
record DriverNotifications(Object driver, Method get) {
  private static final String TYPE = "org.postgresql.PGConnection";

  /**
   * Those of a connection.
   *
   * @throws ReflectiveOperationException when the driver can't be reached
   */
  static DriverNotifications of(Connection connection)
      throws SQLException, ReflectiveOperationException {
    // Pools wrap connections and all that is made by them, but hand on the driver's own arrays.
    ClassLoader drivers =
        connection.createArrayOf("int4", new Object[0]).getClass().getClassLoader();
    Class<?> type = Class.forName(TYPE, false, drivers);
    if (!connection.isWrapperFor(type)) {
      throw new ClassNotFoundException(connection.getClass() + " hides " + TYPE);
    }
    return new DriverNotifications(
        connection.unwrap(type), type.getMethod("getNotifications", int.class));
  }

  /** Whether there was one within this time. */
  boolean await(Duration most) throws SQLException, ReflectiveOperationException {
    try {
      return get.invoke(driver, (int) most.toMillis()) instanceof Object[] all && all.length > 0;
    } catch (InvocationTargetException e) {
      throw new SQLException(e.getCause());
    }
  }
}
