package dev.gatehouse.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.support.time.MutableClock;
import dev.gatehouse.tool.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static final Script FIRST =
      new Script(1, "0001-first.sql", "create table thing (id int primary key);\n-- a comment;\n");
  private static final Script SECOND =
      new Script(
          2, "0002-second.sql", "insert into thing values (1);\ninsert into thing values (2);\n");

  private final DataSource source = Databases.embedded(UUID.randomUUID().toString());

  private static Schema things(Script... scripts) {
    return new Schema("things", List.of(scripts));
  }

  private static int count(Database database) {
    return database.with(
        sql -> sql.first("select count(*) from thing", at -> at.getInt(1)).orElseThrow());
  }

  @Test
  void each_script_is_applied_once_and_later_ones_are_added() {
    Databases.open(source, things(FIRST));
    Databases.open(source, things(FIRST, SECOND));
    assertThat(count(Databases.open(source, things(FIRST, SECOND)))).isEqualTo(2);
  }

  @RepeatedTest(10)
  void nodes_that_start_at_the_same_time_apply_each_script_once() throws Exception {
    int nodes = 8;
    ExecutorService threads = Executors.newFixedThreadPool(nodes);
    try {
      List<Callable<Boolean>> starts =
          Stream.generate(
                  () ->
                      (Callable<Boolean>)
                          () -> Databases.open(source, things(FIRST, SECOND)).isReady())
              .limit(nodes)
              .toList();
      for (Future<Boolean> ready : threads.invokeAll(starts)) {
        assertThat(ready.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(count(Databases.open(source, things(FIRST, SECOND)))).isEqualTo(2);
  }

  @Test
  void a_script_that_changed_after_it_was_applied_is_refused() {
    Databases.open(source, things(FIRST));
    Script changed = new Script(1, FIRST.name(), "create table thing (id bigint primary key);");
    assertThat(Databases.open(source, things(changed)).isReady()).isFalse();
  }

  @Test
  void an_application_older_than_the_tables_does_not_touch_them() {
    Databases.open(source, things(FIRST, SECOND));
    Database older = Databases.open(source, things(FIRST));
    assertThat(older.isReady()).isFalse();
    assertThatThrownBy(() -> count(older)).isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_script_that_failed_is_applied_again_when_it_can_be() throws Exception {
    Script broken = new Script(1, "0001-needs.sql", "insert into other values (1);");
    Database database = Databases.open(source, things(broken));
    assertThat(database.isReady()).isFalse();
    assertThat(database.status()).isEqualTo("unusable, see the log");
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create table other (id int)");
    }
    database.prepare();
    assertThat(database.isReady()).isTrue();
    assertThat(database.status()).isEqualTo("ready");
  }

  @Test
  void a_database_that_can_not_be_reached_is_unavailable_until_it_is_there() {
    JdbcDataSource late = new JdbcDataSource();
    late.setURL("jdbc:h2:tcp://127.0.0.1:1/nowhere");
    Database database = Databases.open(late, things(FIRST));
    assertThat(database.isPresent()).isTrue();
    assertThat(database.isReady()).isFalse();
    assertThatThrownBy(() -> count(database)).isInstanceOf(UnavailableException.class);
    late.setURL(((JdbcDataSource) source).getURL());
    late.setUser("sa");
    late.setPassword("");
    database.prepare();
    assertThat(count(database)).isZero();
  }

  @Test
  void a_node_whose_database_goes_away_stays_ready_and_says_so() {
    JdbcDataSource moving = new JdbcDataSource();
    moving.setURL(((JdbcDataSource) source).getURL());
    moving.setUser("sa");
    moving.setPassword("");
    MutableClock clock = new MutableClock(Instant.EPOCH);
    Database database = Databases.open(moving, clock, things(FIRST));
    moving.setURL("jdbc:h2:tcp://127.0.0.1:1/nowhere");
    assertThatThrownBy(() -> count(database)).isInstanceOf(UnavailableException.class);
    assertThat(database.isReady()).isTrue();
    assertThat(database.status()).isEqualTo("away");
    moving.setURL(((JdbcDataSource) source).getURL());
    // Not every call tries.
    assertThatThrownBy(() -> count(database)).isInstanceOf(UnavailableException.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(count(database)).isZero();
    assertThat(database.status()).isEqualTo("ready");
  }

  @Test
  void a_statement_that_is_wrong_is_a_fault_and_no_outage() {
    Database database = Databases.open(source, things(FIRST));
    assertThatThrownBy(() -> database.with(sql -> sql.update("update nothing set x = 1")))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(SQLException.class);
    assertThat(database.status()).isEqualTo("ready");
  }
}
