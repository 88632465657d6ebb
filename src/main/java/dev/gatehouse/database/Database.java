package dev.gatehouse.database;

import dev.gatehouse.config.Settings;
import dev.gatehouse.log.LogSanitizer;
import dev.gatehouse.tool.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The server's data source, if it has one by the name in {@code mcp.data.source}; without one, what
 * would be kept there is kept in the memory of this node.
 */
@ApplicationScoped
public class Database {
  private static final Logger LOG = System.getLogger(Database.class.getName());
  private static final String DEFAULT = "jdbc/gatehouse";
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private Clock clock = Clock.systemUTC();
  private List<Schema> schemas = List.of();
  private String name = "";
  private boolean present;
  private String told = "";
  private volatile Optional<DataSource> source = Optional.empty();
  private volatile boolean ready;
  private volatile Instant retryAt = Instant.MIN;
  private final AtomicBoolean away = new AtomicBoolean();

  /** Work on one connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Sql sql) throws SQLException;
  }

  @Inject
  void open(Instance<Settings> settings, @Any Instance<Schema> declared) {
    Optional<String> named =
        settings.isResolvable() ? settings.get().dataSource() : Optional.empty();
    name = named.orElse(DEFAULT);
    schemas = declared.stream().toList();
    try {
      source = DataSources.find(name);
      present = source.isPresent() || named.isPresent();
    } catch (NamingException e) {
      present = true;
    }
    if (!present) {
      LOG.log(
          Level.INFO,
          "No data source {0} (mcp.data.source): data is kept in memory, by this node alone",
          name);
    }
    prepare();
  }

  /** One that is there already. */
  static Database of(DataSource source, List<Schema> schemas, Clock clock) {
    Database database = new Database();
    database.source = Optional.of(source);
    database.schemas = List.copyOf(schemas);
    database.present = true;
    database.clock = clock;
    database.prepare();
    return database;
  }

  /** Whether there is to be one; it may be away, or not be ready. */
  public boolean isPresent() {
    return present;
  }

  /** Whether it can be used as far as is known; what has no database needs none. */
  public boolean isReady() {
    return ready || !present;
  }

  /** In few words, fit for strangers. */
  public String status() {
    if (!present) {
      return "none, data is in memory";
    }
    if (!ready) {
      return "unusable, see the log";
    }
    return away.get() ? "away" : "ready";
  }

  /** Brings the tables up to date, unless they are; to be called until it has worked. */
  public synchronized void prepare() {
    if (!present || ready) {
      return;
    }
    try {
      source = source.isPresent() ? source : DataSources.find(name);
      if (source.isEmpty()) {
        unusable("this server has none of that name");
        return;
      }
      new SchemaUpdate(source.get(), clock).apply(schemas);
      ready = true;
      LOG.log(Level.INFO, "Data is kept in the data source {0}", name);
    } catch (SchemaException e) {
      unusable(e.getMessage());
    } catch (NamingException | SQLException | RuntimeException e) {
      unusable(LogSanitizer.of(String.valueOf(e.getMessage())));
      LOG.log(Level.DEBUG, "Why the data source can't be used", e);
    }
  }

  // Once for each reason, since it is tried again every few seconds.
  private void unusable(String reason) {
    if (!reason.equals(told)) {
      told = reason;
      LOG.log(
          Level.ERROR, "The data source {0} (mcp.data.source) can''t be used: {1}", name, reason);
    }
  }

  /**
   * The result of work on a connection of the server's pool, in the transaction that is there.
   *
   * @throws UnavailableException when the database is away or not ready
   */
  public <T> T with(Work<T> work) {
    try (Connection connection = keep()) {
      T done = work.on(new Sql(connection));
      back();
      return done;
    } catch (SQLException e) {
      if (Outage.is(e)) {
        throw away(e);
      }
      throw new IllegalStateException("The database refused a statement", e);
    }
  }

  /**
   * A connection for long, which its taker closes; what becomes of it says nothing of the others.
   *
   * @throws UnavailableException when the database is away or not ready
   */
  public Connection keep() {
    if (!ready || clock.instant().isBefore(retryAt)) {
      throw unavailable();
    }
    try {
      return source.orElseThrow().getConnection();
    } catch (SQLException e) {
      throw away(e);
    }
  }

  // Servers write several lines for each connection that they can't get, so not every call tries.
  private UnavailableException away(SQLException e) {
    retryAt = clock.instant().plus(PAUSE);
    if (away.compareAndSet(false, true)) {
      LOG.log(
          Level.ERROR,
          "The data source {0} can''t be reached: {1}",
          name,
          LogSanitizer.of(String.valueOf(e.getMessage())));
    }
    return unavailable();
  }

  private void back() {
    if (away.get() && away.compareAndSet(true, false)) {
      LOG.log(Level.INFO, "The data source {0} is back", name);
    }
  }

  private static UnavailableException unavailable() {
    return new UnavailableException("The data can't be reached now; try again", RETRY_AFTER);
  }
}
