package dev.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Databases;
import dev.gatehouse.support.server.FreePorts;
import dev.gatehouse.support.server.Postgres;
import jakarta.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on PostgreSQL, of which nobody asks for what is new. */
class DoorbellTest {
  private static final String LISTENING =
      "from pg_stat_activity where query = 'listen gatehouse_event'";

  @TempDir static Path directory;
  private static Postgres postgres;

  private final Database database = Databases.open(postgres.source(), Nodes.schema());
  private final Set<String> heard = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final Nodes here = Nodes.of(database, this::thread);
  private final Nodes there = Nodes.of(database, this::thread);

  @BeforeAll
  static void start() throws Exception {
    postgres = Postgres.prepare(directory.resolve("postgresql"), FreePorts.next());
    postgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    threads.add(thread);
    return thread;
  }

  @BeforeEach
  void listen() throws Exception {
    there.listen("news", message -> heard.add(message.target()));
    here.poll();
    there.poll();
    await(() -> listeners() == 2);
  }

  @AfterEach
  void leave() {
    here.leave();
    there.leave();
  }

  private int listeners() {
    return database.with(
        sql -> sql.first("select count(*) " + LISTENING, at -> at.getInt(1)).orElseThrow());
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < 200 && !condition.call(); i++) {
      Thread.sleep(100);
    }
    assertThat(condition.call()).isTrue();
  }

  // Again and again, as one that was told before the other listened waits for its reading.
  private void tellUntilHeard(String news) throws Exception {
    await(
        () -> {
          here.tell(new NodeMessage("news", news, Json.createObjectBuilder().build()));
          Thread.sleep(20);
          return heard.contains(news);
        });
  }

  @Test
  void what_one_tells_the_other_hears_though_nobody_reads() throws Exception {
    tellUntilHeard("one");
    tellUntilHeard("two");
    tellUntilHeard("three");
  }

  @Test
  void a_connection_that_breaks_is_made_anew_and_nobody_else_is_troubled() throws Exception {
    tellUntilHeard("before");
    database.with(
        sql -> sql.all("select pg_terminate_backend(pid) " + LISTENING, at -> at.getBoolean(1)));
    await(() -> threads.stream().allMatch(Thread::isAlive) && listeners() == 2);
    assertThat(database.status()).isEqualTo("ready");
    tellUntilHeard("one");
    tellUntilHeard("two");
  }

  @Test
  void a_node_that_leaves_ends_its_thread_and_gives_its_connection_back() throws Exception {
    assertThat(threads).hasSize(2).allMatch(Thread::isAlive);
    here.leave();
    there.leave();
    assertThat(threads).noneMatch(Thread::isAlive);
    await(() -> listeners() == 0);
    here.poll();
    assertThat(threads).hasSize(2);
  }

  @Test
  void another_database_gets_no_thread() {
    Database other =
        Databases.open(Databases.embedded(UUID.randomUUID().toString()), Nodes.schema());
    Nodes nodes = Nodes.of(other, this::thread);
    nodes.poll();
    nodes.poll();
    assertThat(threads).hasSize(2);
  }
}
