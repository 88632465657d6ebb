package dev.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Databases;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class NodesTest {
  private final DataSource source = Databases.embedded(UUID.randomUUID().toString());
  private final Database database = Databases.open(source, Nodes.schema());
  private final Nodes here = Nodes.of(database);
  private final Nodes there = Nodes.of(database);
  private final List<String> heard = new ArrayList<>();

  NodesTest() {
    there.listen("news", message -> heard.add(message.body().getString("text")));
    here.poll();
    there.poll();
  }

  private static NodeMessage news(String text) {
    JsonObject body = Json.createObjectBuilder().add("text", text).build();
    return new NodeMessage("news", "", body);
  }

  @Test
  void what_one_node_tells_the_others_hear_once_and_in_order() {
    List<String> told = IntStream.range(0, 50).mapToObj(i -> "no " + i).toList();
    told.forEach(text -> here.tell(news(text)));
    there.poll();
    there.poll();
    assertThat(heard).isEqualTo(told);
  }

  @Test
  void a_node_does_not_hear_itself() {
    there.tell(news("mine"));
    there.poll();
    assertThat(heard).isEmpty();
  }

  @Test
  void what_was_told_before_a_node_began_is_none_of_its_business() {
    here.tell(news("old"));
    Nodes late = Nodes.of(database);
    late.listen("news", message -> heard.add(message.body().getString("text")));
    late.poll();
    here.tell(news("new"));
    late.poll();
    assertThat(heard).containsExactly("new");
  }

  @Test
  void what_is_committed_late_is_heard_though_later_numbers_were_heard_before() throws Exception {
    try (Connection slow = source.getConnection();
        PreparedStatement insert =
            slow.prepareStatement("insert into gatehouse_event (body, sent_at) values (?, 0)")) {
      slow.setAutoCommit(false);
      insert.setString(
          1, "{\"node\":\"x\",\"kind\":\"news\",\"target\":\"\",\"body\":{\"text\":\"late\"}}");
      insert.executeUpdate();
      here.tell(news("early"));
      there.poll();
      assertThat(heard).containsExactly("early");
      slow.commit();
    }
    there.poll();
    there.poll();
    assertThat(heard).containsExactly("early", "late");
  }

  @Test
  void what_can_not_be_told_now_is_told_later() {
    JdbcDataSource moving = new JdbcDataSource();
    moving.setURL(((JdbcDataSource) source).getURL());
    moving.setUser("sa");
    moving.setPassword("");
    Nodes cut = Nodes.of(Databases.open(moving, Nodes.schema()));
    moving.setURL("jdbc:h2:tcp://127.0.0.1:1/nowhere");
    cut.tellSoon(news("patient"));
    cut.tellSoon(news("patient"));
    cut.poll();
    there.poll();
    assertThat(heard).isEmpty();
    moving.setURL(((JdbcDataSource) source).getURL());
    await(() -> cut.poll());
    assertThat(heard).containsExactly("patient");
  }

  // The database is tried once a second at most.
  private void await(Runnable poll) {
    for (int i = 0; i < 100 && heard.isEmpty(); i++) {
      poll.run();
      there.poll();
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void what_is_not_understood_is_left_and_what_follows_is_heard() {
    for (String text : List.of("nothing", "{}", "[]", "{\"node\":1}", "{\"node\":\"x\"}")) {
      database.with(
          sql -> sql.update("insert into gatehouse_event (body, sent_at) values (?, 0)", text));
    }
    here.tell(news("clear"));
    there.poll();
    assertThat(heard).containsExactly("clear");
  }

  @Test
  void a_taker_that_fails_does_not_keep_the_rest_away() {
    there.listen(
        "news",
        message -> {
          heard.add(message.body().getString("text"));
          throw new IllegalStateException("on purpose");
        });
    here.tell(news("one"));
    here.tell(news("two"));
    there.poll();
    assertThat(heard).containsExactly("one", "two");
  }

  @Test
  void a_taker_that_takes_long_keeps_nobody_from_reading() throws Exception {
    ExecutorService beside = Executors.newCachedThreadPool();
    CountDownLatch read = new CountDownLatch(1);
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    there.workBeside(beside);
    there.listen(
        "news",
        message -> {
          try {
            done.complete(read.await(10, TimeUnit.SECONDS));
          } catch (InterruptedException e) {
            done.completeExceptionally(e);
          }
        });
    here.tell(news("long"));
    there.poll();
    read.countDown();
    assertThat(done.get(1, TimeUnit.MINUTES)).isTrue();
    beside.shutdown();
  }

  @Test
  void rows_that_all_have_read_are_swept() {
    database.with(
        sql -> sql.update("insert into gatehouse_event (body, sent_at) values ('{}', 0)"));
    here.tell(news("fresh"));
    here.sweep();
    List<String> left =
        database.with(sql -> sql.all("select body from gatehouse_event", at -> at.getString(1)));
    assertThat(left).hasSize(1);
  }

  /** Hands each text to all nodes, the sender too. */
  private static final class Broker {
    private final List<Consumer<String>> receivers = new ArrayList<>();

    NodeChannel channel() {
      return new NodeChannel() {
        @Override
        public void send(String text) {
          receivers.forEach(receiver -> receiver.accept(text));
        }

        @Override
        public void receive(Consumer<String> receiver) {
          receivers.add(receiver);
        }
      };
    }
  }

  @Test
  void a_broker_of_the_companys_own_carries_what_nodes_tell_and_no_row_is_written() {
    Broker broker = new Broker();
    Nodes sender = Nodes.of(database, broker.channel());
    Nodes receiver = Nodes.of(database, broker.channel());
    sender.listen("news", message -> heard.add("its own"));
    receiver.listen("news", message -> heard.add(message.body().getString("text")));
    sender.tell(news("now"));
    sender.tellSoon(news("soon"));
    assertThat(heard).containsExactly("now", "soon");
    List<String> rows =
        database.with(sql -> sql.all("select body from gatehouse_event", at -> at.getString(1)));
    assertThat(rows).isEmpty();
  }

  @Test
  void a_node_that_is_alone_tells_nobody() {
    Nodes alone = Nodes.none();
    alone.tell(news("x"));
    alone.tellSoon(news("x"));
    alone.poll();
    alone.sweep();
    assertThat(alone.database()).isEmpty();
  }
}
