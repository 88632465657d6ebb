package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.jsonrpc.JsonRpcCodec;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.McpHeaders;
import dev.gatehouse.mcp.call.McpResponse;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionEndpointTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Authorization ALICE = new Somebody("alice");
  private static final Authorization MALLORY = new Somebody("mallory");

  private final Sessions sessions = new Sessions(SessionLimits.usual(), Clock.systemUTC());
  private final SessionEndpoint door = new SessionEndpoint(sessions);
  private final ExpiringStreams expiring = new ExpiringStreams();
  private final Session session = sessionOf(ALICE);

  private record Somebody(String caller) implements Authorization {
    @Override
    public Instant until() {
      return NOON;
    }

    @Override
    public boolean allows(Declaration declaration) {
      return true;
    }

    @Override
    public void demand(Declaration declaration) {}
  }

  private Session sessionOf(Authorization owner) {
    return sessions.create(owner.caller(), "2025-11-25", ClientCapabilities.none());
  }

  private static McpHeaders headers(Session session, String lastEvent) {
    Map<String, String> headers =
        Map.of("Mcp-Session-Id", session.id(), "Last-Event-ID", lastEvent);
    return new McpHeaders(
        name -> Optional.ofNullable(headers.get(name)).filter(value -> !value.isEmpty()));
  }

  private RecordingResumableStream listen(Session in, String lastEvent, Authorization access) {
    RecordingResumableStream stream = new RecordingResumableStream();
    McpResponse response = door.listen(headers(in, lastEvent), access, expiring);
    ((McpResponse.Listening) response).open().accept(stream);
    return stream;
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
    session.openCall(new RecordingResumableStream()).send(message("for alice"));

    assertNotFound(() -> door.listen(headers(session, ""), MALLORY, expiring));
    assertNotFound(() -> door.listen(headers(session, "1-0"), MALLORY, expiring));
    assertNotFound(() -> door.end(headers(session, ""), MALLORY));
    assertThat(listen(session, "1-0", ALICE).data()).containsExactly("{\"text\":\"for alice\"}");
  }

  @Test
  void an_event_id_opens_nothing_outside_its_own_session() {
    session.openCall(new RecordingResumableStream()).send(message("for alice"));
    Session other = sessionOf(MALLORY);

    assertNotFound(() -> door.listen(headers(other, "1-0"), MALLORY, expiring));
    other.openCall(new RecordingResumableStream()).send(message("for mallory"));
    assertThat(listen(other, "1-0", MALLORY).data()).containsExactly("{\"text\":\"for mallory\"}");
  }

  @Test
  void the_stream_of_a_session_ends_with_the_token_that_opened_it() {
    RecordingResumableStream stream = listen(session, "", ALICE);

    expiring.closeExpired(NOON.minusSeconds(1));
    assertThat(stream.isClosed()).isFalse();
    expiring.closeExpired(NOON);
    assertThat(stream.isClosed()).isTrue();
  }
}
