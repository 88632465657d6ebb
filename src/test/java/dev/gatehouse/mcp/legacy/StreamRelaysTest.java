package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.database.Database;
import dev.gatehouse.database.Databases;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.json.Json;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.McpConversation;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.legacy.directory.SessionDirectories;
import dev.gatehouse.mcp.legacy.directory.SessionDirectory;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import dev.gatehouse.mcp.stream.StreamSlots;
import dev.gatehouse.support.time.MutableClock;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Streams of one node that are read on another. */
class StreamRelaysTest {
  private static final JsonRpcId SEVEN = new JsonRpcId(Json.createValue("seven"));

  private final MutableClock clock = new MutableClock(Instant.now());
  private final DataSource source = Databases.embedded(UUID.randomUUID().toString());
  private final Node here = new Node();
  private final Node there = new Node();
  private final Session session =
      here.sessions.create(
          new SessionTraits("alice", "2025-11-25", new ClientCapabilities(Set.of())));

  /** What one process has. */
  private final class Node {
    final Database database = Databases.open(source, Databases.nodes());
    final Nodes nodes = Nodes.of(database);
    final StreamSlots slots = new StreamSlots(10, 10);
    final Sessions sessions;
    final SessionEndpoint endpoint;

    Node() {
      SessionDirectory directory =
          SessionDirectories.of(nodes, List.of(new SecretKeySpec(new byte[32], "AES")), clock);
      sessions = new Sessions(SessionLimits.of(16), clock, directory);
      directory.listen(new OtherNodes(sessions, sessions.relays()));
      endpoint = new SessionEndpoint(sessions, slots, new Reach(List::of));
      nodes.poll();
    }

    RecordingConnection resume(String lastEventId) {
      RecordingConnection out = new RecordingConnection();
      McpHeaders headers =
          new McpHeaders(
              Map.of(
                  "Mcp-Session-Id", List.of(session.id()), "Last-Event-ID", List.of(lastEventId)));
      ((McpResponse.Listening)
              endpoint.listen(
                  headers, new Somebody("alice", Instant.now().plus(Duration.ofHours(1)))))
          .open()
          .accept(out);
      return out;
    }
  }

  private void poll() {
    for (int i = 0; i < 2; i++) {
      here.nodes.poll();
      there.nodes.poll();
    }
  }

  private static JsonObject message(int number) {
    return Json.createObjectBuilder().add("n", number).build();
  }

  private ResumableStream call(RecordingConnection first, Optional<MethodCall> what) {
    return session.openCall(first, SEVEN, what);
  }

  @Test
  void a_stream_that_broke_goes_on_on_another_node_with_what_was_missed_and_what_follows() {
    RecordingConnection first = new RecordingConnection();
    ResumableStream stream = call(first, Optional.empty());
    stream.send(message(1));
    first.close();
    IntStream.rangeClosed(2, 200).forEach(i -> stream.send(message(i)));
    RecordingConnection second = there.resume(first.ids().get(1));
    poll();
    assertThat(second.data()).hasSize(199).startsWith("{\"n\":2}").endsWith("{\"n\":200}");
    stream.send(message(201));
    stream.finish(message(202), message(0));
    poll();
    assertThat(second.data()).hasSize(201).endsWith("{\"n\":202}");
    assertThat(second.ids()).doesNotHaveDuplicates();
    assertThat(second.isClosed()).isTrue();
    assertThat(there.slots.hasRoom("alice")).isTrue();
  }

  @Test
  void where_too_many_listen_a_stream_of_another_node_is_refused_until_one_leaves() {
    RecordingConnection first = new RecordingConnection();
    call(first, Optional.empty()).send(message(1));
    first.close();
    List<Runnable> others =
        Stream.generate(() -> there.slots.take("alice").orElseThrow()).limit(10).toList();
    assertThatExceptionOfType(McpException.class)
        .isThrownBy(() -> there.resume(first.ids().get(0)))
        .matches(refusal -> refusal.status() == 429);
    others.get(0).run();
    RecordingConnection second = there.resume(first.ids().get(0));
    poll();
    assertThat(second.data()).containsExactly("{\"n\":1}");
  }

  @Test
  void who_leaves_the_other_node_too_comes_back_to_the_first() {
    RecordingConnection first = new RecordingConnection();
    ResumableStream stream = call(first, Optional.empty());
    first.close();
    RecordingConnection second = there.resume(first.ids().get(0));
    poll();
    stream.send(message(1));
    poll();
    second.close();
    stream.send(message(2));
    poll();
    RecordingConnection third = here.resume(second.ids().get(0));
    assertThat(third.data()).containsExactly("{\"n\":2}");
    stream.finish(message(3), message(0));
    assertThat(third.data()).endsWith("{\"n\":3}");
  }

  @Test
  void a_call_whose_node_has_ended_is_answered_with_an_error_at_once() {
    RecordingConnection first = new RecordingConnection();
    call(first, Optional.empty());
    there.nodes.poll();
    leaves(here);
    RecordingConnection second = there.resume(first.ids().get(0));
    assertThat(second.message(0).getString("id")).isEqualTo("seven");
    assertThat(second.message(0).getJsonObject("error").getString("message"))
        .startsWith("The server that ran this call has ended");
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void a_call_whose_node_ends_while_another_reads_is_answered_with_an_error() {
    RecordingConnection first = new RecordingConnection();
    call(first, Optional.empty());
    first.close();
    RecordingConnection second = there.resume(first.ids().get(0));
    poll();
    assertThat(second.isClosed()).isFalse();
    leaves(here);
    there.sessions.relays().sweep(clock.instant());
    assertThat(second.kinds()).containsExactly("error");
    assertThat(second.isClosed()).isTrue();
  }

  private void leaves(Node node) {
    there.database.with(
        sql -> sql.update("delete from gatehouse_node where node = ?", node.nodes.self()));
    there.nodes.poll();
  }

  @Test
  void a_node_that_reads_no_more_holds_nothing_of_the_one_that_sends() {
    RecordingConnection first = new RecordingConnection();
    ResumableStream stream = call(first, Optional.empty());
    first.close();
    there.resume(first.ids().get(0));
    poll();
    assertThat(stream.isConnected()).isTrue();
    here.database.with(
        sql -> sql.update("delete from gatehouse_node where node = ?", there.nodes.self()));
    here.nodes.poll();
    here.sessions.relays().sweep(clock.instant());
    assertThat(stream.isConnected()).isFalse();
  }

  @Test
  void
      the_stream_of_no_call_goes_on_as_that_of_the_other_node_and_tells_that_all_may_have_changed() {
    RecordingConnection first = new RecordingConnection();
    session.openGet(Listener.ofCall(first));
    session.notify(message(1));
    leaves(here);
    RecordingConnection second = there.resume(first.ids().get(0));
    assertThat(second.kinds())
        .containsExactly(
            "notifications/tools/list_changed",
            "notifications/prompts/list_changed",
            "notifications/resources/list_changed");
    assertThat(second.isClosed()).isFalse();
  }

  @Test
  void events_that_their_node_has_forgotten_end_the_call_with_an_error() {
    RecordingConnection first = new RecordingConnection();
    call(first, Optional.empty());
    first.close();
    here.sessions.endHere(session);
    RecordingConnection second = there.resume(first.ids().get(0));
    poll();
    assertThat(second.message(0).getJsonObject("error").getString("message"))
        .isEqualTo("The events since Last-Event-ID are gone");
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void who_lacks_the_scope_of_the_call_gets_nothing_of_it() throws Exception {
    try (McpConversation mcp = new McpConversation()) {
      RecordingConnection first = new RecordingConnection();
      MethodCall call =
          MethodCall.of(mcp.bean(ToolRegistry.class).all().get(0), JsonValue.EMPTY_JSON_OBJECT);
      ResumableStream stream = call(first, Optional.of(call));
      first.close();
      stream.send(message(1));
      RecordingConnection second = there.resume(first.ids().get(0));
      poll();
      assertThat(second.message(0).getJsonObject("error").getInt("code")).isEqualTo(403);
      assertThat(second.events()).hasSize(1);
    }
  }

  @Test
  void an_event_that_is_too_large_to_be_told_brings_the_client_back() {
    RecordingConnection first = new RecordingConnection();
    ResumableStream stream = call(first, Optional.empty());
    first.close();
    RecordingConnection second = there.resume(first.ids().get(0));
    poll();
    stream.finish(Json.createObjectBuilder().add("x", "x".repeat(700_000)).build(), message(0));
    poll();
    assertThat(second.events().get(0).retry()).isPresent();
    assertThat(second.isClosed()).isTrue();
    assertThat(here.resume(first.ids().get(0)).data().get(0)).hasSizeGreaterThan(700_000);
  }

  @Test
  void events_of_nobody_are_refused_with_404() {
    for (String id : List.of("x", "-1-1", "99999999999999999999-1")) {
      assertThatThrownBy(() -> there.resume(id)).isInstanceOf(McpException.class);
    }
  }
}
