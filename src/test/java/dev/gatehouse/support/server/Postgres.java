package dev.gatehouse.support.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL on 127.0.0.1 with what server-config names: database, user and password. */
public final class Postgres implements AutoCloseable {
  private static final String NAME = "gatehouse";

  private final Path directory;
  private final int port;
  private EmbeddedPostgres process;

  private Postgres(Path directory, int port) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
  }

  /** An empty one in a directory; nothing runs yet. */
  public static Postgres prepare(Path directory, int port) {
    return new Postgres(directory, port);
  }

  /** Starts where it was stopped. */
  public void start() throws IOException {
    boolean isNew = !Files.exists(directory);
    process =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
    if (isNew) {
      welcomeUser();
    }
  }

  private void welcomeUser() throws IOException {
    try (Connection connection = process.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + NAME + " login password '" + NAME + "'");
      statement.execute("create database " + NAME + " owner " + NAME);
    } catch (SQLException e) {
      throw new IOException("PostgreSQL did not take its user", e);
    }
  }

  /** A connection of the user, besides those of the servers. */
  public Connection connect() throws SQLException {
    return process.getDatabase(NAME, NAME).getConnection();
  }

  /** Ends the connections that there are, and keeps the data. */
  public void stop() throws IOException {
    process.close();
  }

  /** A source of connections of that user. */
  public DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(NAME);
    source.setUser(NAME);
    source.setPassword(NAME);
    return source;
  }

  /** The file of its driver. */
  static Path driver() throws IOException {
    return Server.jar(Driver.class);
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
