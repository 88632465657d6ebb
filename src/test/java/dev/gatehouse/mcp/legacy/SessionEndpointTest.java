package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.McpConversation;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.StreamSlots;
import dev.gatehouse.security.InsufficientScopeException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionEndpointTest {
  private static final JsonRpcId ONE = new JsonRpcId(Json.createValue(1));

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Authorization ALICE = new Somebody("alice", NOON);
  private static final Authorization MALLORY = new Somebody("mallory", NOON);

  private final Sessions sessions = new Sessions(SessionLimits.of(16), Clock.systemUTC());
  private final SessionEndpoint door =
      new SessionEndpoint(sessions, new StreamSlots(100, 100), new Reach(List::of));
  private final Session session = sessionOf(ALICE);

  /** With the token of the same caller that allows no tool. */
  private record Fewer(String caller) implements Authorization {
    @Override
    public Instant until() {
      return NOON;
    }

    @Override
    public boolean allows(Declaration declaration) {
      return false;
    }

    @Override
    public void demand(MethodCall call) {
      throw new InsufficientScopeException(Set.of("todo:write"));
    }

    @Override
    public CallEnd admit(MethodCall call) {
      return CallEnd.NONE;
    }

    @Override
    public void start(Runnable work) {
      new Thread(work).start();
    }

    @Override
    public RequestObservation observe(ReceivedRequest request) {
      return RequestObservation.NONE;
    }
  }

  private Session sessionOf(Authorization owner) {
    return sessions.create(
        new SessionTraits(owner.caller(), "2025-11-25", ClientCapabilities.none()));
  }

  private static McpHeaders headers(Session session, String lastEvent) {
    return new McpHeaders(
        Map.of(
            "Mcp-Session-Id",
            List.of(session.id()),
            "Last-Event-ID",
            lastEvent.isEmpty() ? List.of() : List.of(lastEvent)));
  }

  private RecordingConnection listen(Session in, String lastEvent, Authorization access) {
    RecordingConnection stream = new RecordingConnection();
    open(door, in, lastEvent, access).accept(stream);
    return stream;
  }

  private static Consumer<Connection> open(
      SessionEndpoint door, Session in, String lastEvent, Authorization access) {
    return ((McpResponse.Listening) door.listen(headers(in, lastEvent), access)).open();
  }

  private static void assertNoRoom(ThrowingCallable attempt) {
    assertThatExceptionOfType(McpException.class)
        .isThrownBy(attempt)
        .matches(refusal -> refusal.status() == 429);
  }

  private static JsonObject message(String text) {
    return Json.createObjectBuilder().add("text", text).build();
  }

  private static void assertNotFound(ThrowingCallable attempt) {
    assertThatExceptionOfType(McpException.class)
        .isThrownBy(attempt)
        .matches(refusal -> refusal.status() == 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":\"srv-1\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}"
      })
  void a_stranger_can_neither_answer_nor_cancel(String body) throws Exception {
    CallCancellation call = new CallCancellation();
    session.running(new JsonRpcId(Json.createValue(1)), call);
    JsonRpcMessage message = new JsonRpcCodec().parse(body.getBytes(StandardCharsets.UTF_8));

    assertNotFound(() -> door.accept(message, headers(session, ""), MALLORY));
    assertThat(call.isRequested()).isFalse();
    assertThat(door.accept(message, headers(session, ""), ALICE).status()).isEqualTo(202);
  }

  @Test
  void a_stranger_can_neither_listen_nor_resume_nor_end() {
    session.openCall(new RecordingConnection(), ONE, Optional.empty()).send(message("for alice"));

    assertNotFound(() -> door.listen(headers(session, ""), MALLORY));
    assertNotFound(() -> door.listen(headers(session, "1-0"), MALLORY));
    assertNotFound(() -> door.end(headers(session, ""), MALLORY));
    assertThat(listen(session, "1-0", ALICE).data()).containsExactly("{\"text\":\"for alice\"}");
  }

  @Test
  void an_event_id_opens_nothing_outside_its_own_session() {
    session.openCall(new RecordingConnection(), ONE, Optional.empty()).send(message("for alice"));
    Session other = sessionOf(MALLORY);

    assertNotFound(() -> door.listen(headers(other, "1-0"), MALLORY));
    other.openCall(new RecordingConnection(), ONE, Optional.empty()).send(message("for mallory"));
    assertThat(listen(other, "1-0", MALLORY).data()).containsExactly("{\"text\":\"for mallory\"}");
  }

  @Test
  void the_stream_of_a_session_ends_with_the_token_that_opened_it() {
    RecordingConnection stream = listen(session, "", ALICE);

    sessions.sweep(NOON.minusSeconds(1));
    assertThat(stream.isClosed()).isFalse();
    sessions.sweep(NOON);
    assertThat(stream.isClosed()).isTrue();
  }

  @Test
  void what_a_tool_answered_is_for_tokens_that_may_call_it() throws Exception {
    try (McpConversation mcp = new McpConversation()) {
      MethodCall call =
          MethodCall.of(mcp.bean(ToolRegistry.class).all().get(0), JsonValue.EMPTY_JSON_OBJECT);
      session.openCall(new RecordingConnection(), ONE, Optional.of(call)).send(message("written"));
    }

    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> door.listen(headers(session, "1-0"), new Fewer("alice")));
    assertThat(listen(session, "1-0", ALICE).data()).containsExactly("{\"text\":\"written\"}");
  }

  @ParameterizedTest
  @CsvSource({"100, 1, alice", "1, 100, mallory"})
  void where_too_many_listen_a_session_is_refused_its_streams_until_one_leaves(
      int all, int perCaller, String second) {
    SessionEndpoint narrow =
        new SessionEndpoint(sessions, new StreamSlots(all, perCaller), new Reach(List::of));
    Authorization access = new Somebody(second, NOON);
    Session waiting = sessionOf(access);
    waiting.openCall(new RecordingConnection(), ONE, Optional.empty()).send(message("missed"));
    RecordingConnection first = new RecordingConnection();
    open(narrow, session, "", ALICE).accept(first);

    assertNoRoom(() -> narrow.listen(headers(waiting, ""), access));
    assertNoRoom(() -> narrow.listen(headers(waiting, "1-0"), access));
    first.close();
    RecordingConnection resumed = new RecordingConnection();
    open(narrow, waiting, "1-0", access).accept(resumed);
    assertThat(resumed.data()).containsExactly("{\"text\":\"missed\"}");
    assertNoRoom(() -> narrow.listen(headers(waiting, ""), access));
    resumed.close();
    assertThat(narrow.slots().hasRoom(second)).isTrue();
  }

  @Test
  void who_comes_too_late_for_the_last_place_is_let_go_at_once() {
    SessionEndpoint narrow =
        new SessionEndpoint(sessions, new StreamSlots(1, 1), new Reach(List::of));
    Consumer<Connection> late = open(narrow, sessionOf(MALLORY), "", MALLORY);
    RecordingConnection first = new RecordingConnection();
    open(narrow, session, "", ALICE).accept(first);
    RecordingConnection second = new RecordingConnection();
    late.accept(second);
    assertThat(first.isClosed()).isFalse();
    assertThat(second.isClosed()).isTrue();
  }
}
