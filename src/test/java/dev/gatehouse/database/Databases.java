package dev.gatehouse.database;

import dev.gatehouse.cluster.Nodes;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases for tests. */
public final class Databases {
  private Databases() {}

  /** An embedded one in memory, as long as this JVM lives. */
  public static DataSource embedded(String name) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    source.setUser("sa");
    source.setPassword("");
    return source;
  }

  /** The tables that nodes share. */
  public static Schema nodes() {
    return Schema.of("nodes", Nodes.class, "0001-nodes.sql", "0002-tasks.sql");
  }

  /** As a node opens it at its start. */
  public static Database open(DataSource source, Schema... schemas) {
    return open(source, Clock.systemUTC(), schemas);
  }

  static Database open(DataSource source, Clock clock, Schema... schemas) {
    return Database.of(source, List.of(schemas), clock);
  }
}
