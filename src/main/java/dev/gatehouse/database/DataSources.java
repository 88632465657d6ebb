package dev.gatehouse.database;

import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.sql.DataSource;

/** Finds a data source by its name, the only way that no server refuses where there is none. */
final class DataSources {
  private DataSources() {}

  /**
   * Empty if the server knows no such name.
   *
   * @throws NamingException when it does, and what it names can't be had
   */
  static Optional<DataSource> find(String name) throws NamingException {
    try {
      return Optional.of((DataSource) InitialContext.doLookup(name));
    } catch (ClassCastException e) {
      throw new NamingException("it is no javax.sql.DataSource");
    } catch (NamingException e) {
      if (isUnknown(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  // Servers wrap it, some by getCause(), some by getRootCause(), which is the same.
  private static boolean isUnknown(NamingException thrown) {
    return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(8)
        .anyMatch(
            cause ->
                cause instanceof NameNotFoundException
                    || cause instanceof NoInitialContextException);
  }
}
