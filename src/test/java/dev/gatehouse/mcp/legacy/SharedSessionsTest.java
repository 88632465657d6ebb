package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.database.Database;
import dev.gatehouse.database.Databases;
import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.interaction.Capability;
import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.legacy.directory.SessionDirectories;
import dev.gatehouse.mcp.legacy.directory.SessionDirectory;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import dev.gatehouse.mcp.seal.StateCipher;
import dev.gatehouse.support.time.MutableClock;
import dev.gatehouse.tool.UnavailableException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions of nodes that share a database and a key. */
@Timeout(60)
class SharedSessionsTest {
  private static final JsonRpcId ONE = new JsonRpcId(Json.createValue(1));

  private static final SessionTraits TRAITS =
      new SessionTraits(
          "alice",
          "2025-06-18",
          new ClientCapabilities(Set.of(Capability.ELICITATION_FORM, Capability.ROOTS)));

  private final MutableClock clock = new MutableClock();
  private final DataSource source = Databases.embedded(UUID.randomUUID().toString());
  private final Node here = new Node(1);
  private final Node there = new Node(1);

  /** What one process has. */
  private final class Node {
    final Database database = Databases.open(source, Databases.nodes());
    final Nodes nodes = Nodes.of(database);
    final Sessions sessions;

    Node(int key) {
      byte[] bytes = new byte[32];
      bytes[0] = (byte) key;
      SessionDirectory directory =
          SessionDirectories.of(nodes, List.of(new SecretKeySpec(bytes, "AES")), clock);
      sessions = new Sessions(SessionLimits.of(16), clock, directory);
      directory.listen(new OtherNodes(sessions, sessions.relays()));
      nodes.poll();
    }

    Optional<Session> find(String id) {
      return sessions.find(id, "alice");
    }
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Test
  void another_node_goes_on_with_a_session_as_it_was_settled() {
    Session begun = here.sessions.create(TRAITS);
    Session same = there.find(begun.id()).orElseThrow();
    assertThat(same.id()).isEqualTo(begun.id());
    assertThat(same.version()).isEqualTo("2025-06-18");
    assertThat(same.capabilities()).isEqualTo(TRAITS.capabilities());
    assertThat(there.find(begun.id())).containsSame(same);
    assertThat(begun.id()).hasSizeLessThan(400).matches("[\\x21-\\x7e]+");
  }

  @Test
  void a_session_is_another_callers_nowhere() {
    String id = here.sessions.create(TRAITS).id();
    assertThat(there.sessions.find(id, "mallory")).isEmpty();
    there.find(id);
    assertThat(there.sessions.find(id, "mallory")).isEmpty();
  }

  @Test
  void what_another_key_sealed_or_somebody_altered_is_no_session() {
    String id = here.sessions.create(TRAITS).id();
    assertThat(new Node(2).find(id)).isEmpty();
    char last = id.charAt(id.length() - 1);
    assertThat(there.find(id.substring(0, id.length() - 1) + (last == 'A' ? 'B' : 'A'))).isEmpty();
    for (String other : List.of("", "v1.", "v1." + "A".repeat(2000), "x", "\0")) {
      assertThat(there.find(other)).isEmpty();
    }
  }

  @Test
  void what_was_sealed_for_a_call_is_no_session() {
    byte[] bytes = new byte[32];
    bytes[0] = 1;
    StateCipher states = new StateCipher("", List.of(new SecretKeySpec(bytes, "AES")));
    assertThat(there.find(states.seal("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .isEmpty();
  }

  @Test
  void an_id_is_taken_for_a_week() {
    String id = here.sessions.create(TRAITS).id();
    clock.advance(SessionDirectory.LIFE.minus(Duration.ofSeconds(1)));
    assertThat(there.find(id)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(new Node(1).find(id)).isEmpty();
  }

  @Test
  void a_session_that_was_idle_goes_on() {
    String id = here.sessions.create(TRAITS).id();
    clock.advance(Duration.ofHours(10));
    here.sessions.sweep(clock.instant());
    assertThat(here.sessions.size()).isZero();
    assertThat(here.find(id)).isPresent();
  }

  @Test
  void a_session_that_ended_is_refused_at_once_where_nobody_knew_it_and_soon_everywhere() {
    String id = here.sessions.create(TRAITS).id();
    Session same = there.find(id).orElseThrow();
    Node third = new Node(1);
    there.sessions.end(same);
    assertThat(there.find(id)).isEmpty();
    assertThat(third.find(id)).isEmpty();
    here.nodes.poll();
    assertThat(here.find(id)).isEmpty();
  }

  @Test
  void what_has_ended_is_not_brought_back_by_what_is_set_at_the_same_time() {
    String id = here.sessions.create(TRAITS).id();
    Session same = there.find(id).orElseThrow();
    here.sessions.end(here.find(id).orElseThrow());
    same.logLevel(LogLevel.DEBUG);
    assertThat(new Node(1).find(id)).isEmpty();
  }

  @Test
  void log_level_and_subscriptions_follow_to_nodes_old_and_new() {
    Session begun = here.sessions.create(TRAITS);
    Session same = there.find(begun.id()).orElseThrow();
    begun.subscribe("todo://1");
    begun.subscribe("todo://2");
    begun.logLevel(LogLevel.ERROR);
    begun.unsubscribe("todo://1");
    there.nodes.poll();
    for (Session each : List.of(same, new Node(1).find(begun.id()).orElseThrow())) {
      assertThat(each.logLevel()).isEqualTo(LogLevel.ERROR);
      assertThat(each.isSubscribed("todo://1")).isFalse();
      assertThat(each.isSubscribed("todo://2")).isTrue();
    }
  }

  @Test
  void a_call_that_logs_asks_for_the_level_that_another_node_was_told() {
    Session begun = here.sessions.create(TRAITS);
    Session same = there.find(begun.id()).orElseThrow();
    begun.logLevel(LogLevel.ERROR);
    assertThat(same.currentLogLevel()).isEqualTo(LogLevel.ERROR);
  }

  @Test
  void an_answer_that_reaches_another_node_reaches_the_call_that_waits_for_it() throws Exception {
    Session asking = here.sessions.create(TRAITS);
    CompletableFuture<JsonObject> asked = new CompletableFuture<>();
    ResumableStream stream =
        asking.openCall(
            new RecordingConnection(event -> asked.complete(json(event.data()))),
            ONE,
            Optional.empty());
    CompletableFuture<JsonObject> answer =
        CompletableFuture.supplyAsync(
            () ->
                asking.ask(
                    stream,
                    "elicitation/create",
                    Json.createObjectBuilder().build(),
                    Duration.ofMinutes(1)));
    String id = asked.get(30, TimeUnit.SECONDS).getString("id");
    JsonObject reply =
        Json.createObjectBuilder()
            .add("id", id)
            .add("result", Json.createObjectBuilder().add("count", 3))
            .build();
    Session same = there.find(asking.id()).orElseThrow();
    assertThat(same.reply(reply)).isFalse();
    same.pass(reply);
    List<String> rows =
        here.database.with(
            sql -> sql.all("select body from gatehouse_event", at -> at.getString(1)));
    assertThat(rows).hasSize(1).noneMatch(row -> row.contains("count"));
    here.nodes.poll();
    assertThat(answer.get(30, TimeUnit.SECONDS).getInt("count")).isEqualTo(3);
  }

  @Test
  void a_cancel_that_reaches_another_node_reaches_the_call() {
    Session calling = here.sessions.create(TRAITS);
    JsonRpcId id = new JsonRpcId(Json.createValue("c1"));
    CallCancellation cancellation = new CallCancellation();
    RunningRequests.Running running = calling.running(id, cancellation);
    Session same = there.find(calling.id()).orElseThrow();
    JsonObject params = Json.createObjectBuilder().add("requestId", "c1").build();
    assertThat(OtherNodes.cancel(same, params)).isFalse();
    same.pass(
        Json.createObjectBuilder()
            .add("method", "notifications/cancelled")
            .add("params", params)
            .build());
    here.nodes.poll();
    assertThat(cancellation.isRequested()).isTrue();
    running.close();
  }

  @Test
  void no_event_of_one_node_is_taken_for_one_of_another() {
    Session begun = here.sessions.create(TRAITS);
    Session same = there.find(begun.id()).orElseThrow();
    begun.notify(json("{}"));
    same.notify(json("{}"));
    RecordingConnection connection = new RecordingConnection();
    begun.openGet(Listener.ofCall(connection));
    String last = connection.ids().get(connection.ids().size() - 1);
    assertThat(begun.knows(last)).isTrue();
    assertThat(same.knows(last)).isFalse();
  }

  @Test
  void a_session_of_another_node_is_unavailable_while_the_database_is_away() {
    String id = here.sessions.create(TRAITS).id();
    JdbcDataSource shared = (JdbcDataSource) source;
    String url = shared.getURL();
    shared.setURL("jdbc:h2:tcp://127.0.0.1:1/nowhere");
    assertThatThrownBy(() -> there.find(id)).isInstanceOf(UnavailableException.class);
    assertThat(here.find(id)).isPresent();
    shared.setURL(url);
  }

  @Test
  void rows_of_sessions_too_old_are_swept() {
    Session session = here.sessions.create(TRAITS);
    session.logLevel(LogLevel.DEBUG);
    clock.advance(SessionDirectory.LIFE.plus(Duration.ofMinutes(2)));
    here.sessions.sweep(clock.instant());
    List<String> left =
        here.database.with(
            sql -> sql.all("select session from gatehouse_session", at -> at.getString(1)));
    assertThat(left).isEmpty();
  }
}
