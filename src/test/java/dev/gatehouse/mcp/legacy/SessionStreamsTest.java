package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.legacy.directory.SessionDirectories;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionStreamsTest {
  private static final JsonRpcId ONE = new JsonRpcId(Json.createValue(1));

  private static final JsonObject TOO_LARGE = Json.createObjectBuilder().add("e", 1).build();

  private final Session session = session("2025-11-25", 1000, 1000);
  private final RecordingConnection first = new RecordingConnection();
  private final RecordingConnection second = new RecordingConnection();

  private static Session session(String version, int kept, int answers) {
    SessionLimits limits =
        new SessionLimits(1, 1, Duration.ofMinutes(30), kept, 1, answers, Long.MAX_VALUE);
    return session(version, new EventLog(limits, new Kept(limits.nodeCharacters())));
  }

  private static Session session(String version, EventLog log) {
    return new Session(
        "id",
        new SessionTraits("alice", version, ClientCapabilities.none()),
        log,
        SessionDirectories.alone(),
        Clock.systemUTC());
  }

  private static JsonObject message(int number) {
    return Json.createObjectBuilder().add("m", number).build();
  }

  private static String text(int number) {
    return message(number).toString();
  }

  private static Listener listener(RecordingConnection out) {
    return Listener.ofCall(out);
  }

  @Test
  void a_call_starts_with_an_id_to_come_back_with() {
    session.openCall(first, ONE, Optional.empty()).send(message(1));
    assertThat(first.ids()).containsExactly("1-0", "1-1");
    assertThat(first.data()).containsExactly("", text(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-03-26"})
  void an_older_client_never_gets_an_event_without_data(String version) {
    Session older = session(version, 1000, 1000);
    ResumableStream call = older.openCall(first, ONE, Optional.empty());
    call.closeForPolling(Duration.ofSeconds(1));
    call.send(message(1));
    assertThat(first.data()).containsExactly(text(1));
    assertThat(first.isClosed()).isFalse();
  }

  @Test
  void ids_are_unique_in_the_session() {
    session.openGet(listener(second));
    session.openCall(first, ONE, Optional.empty());
    session.openCall(first, ONE, Optional.empty());
    session.notify(message(1));
    assertThat(first.ids()).containsExactly("1-0", "2-0");
    assertThat(second.ids()).containsExactly("0-0");
  }

  @Test
  void the_answer_ends_the_connection() {
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    call.finish(message(1), TOO_LARGE);
    call.send(message(2));
    assertThat(first.data()).containsExactly("", text(1));
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void the_last_event_of_a_stream_that_ended_is_its_end() {
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    assertThat(session.isAtEnd("1-0")).isFalse();
    call.finish(message(1), TOO_LARGE);
    assertThat(session.isAtEnd("1-0")).isFalse();
    assertThat(session.isAtEnd("1-1")).isTrue();
    session.openGet(listener(second));
    session.notify(message(2));
    assertThat(session.isAtEnd("0-0")).isFalse();
  }

  @Test
  void a_call_that_is_abandoned_ends_without_an_answer() {
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    call.abandon();
    call.finish(message(1), TOO_LARGE);
    assertThat(first.data()).containsExactly("");
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void a_client_that_left_does_not_cancel_and_gets_exactly_what_it_missed() {
    CallCancellation cancellation = new CallCancellation();
    session.running(new JsonRpcId(Json.createValue(1)), cancellation);
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    ResumableStream other = session.openCall(new RecordingConnection(), ONE, Optional.empty());
    call.send(message(1));
    first.close();
    call.send(message(2));
    other.send(message(3));
    assertThat(session.resume("1-1", listener(second))).isTrue();
    assertThat(second.ids()).containsExactly("1-2");
    assertThat(second.data()).containsExactly(text(2));
    call.finish(message(4), TOO_LARGE);
    assertThat(second.data()).containsExactly(text(2), text(4));
    assertThat(second.isClosed()).isTrue();
    assertThat(cancellation.isRequested()).isFalse();
  }

  @Test
  void an_answer_that_was_missed_is_replayed_and_ends_the_new_connection() {
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    first.close();
    call.finish(message(1), TOO_LARGE);
    assertThat(session.knows("1-0")).isTrue();
    assertThat(session.resume("1-0", listener(second))).isTrue();
    assertThat(second.data()).containsExactly(text(1));
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void a_resumed_stream_leaves_its_older_connection() {
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    assertThat(session.resume("1-0", listener(second))).isTrue();
    assertThat(first.isClosed()).isTrue();
    call.send(message(1));
    assertThat(first.data()).containsExactly("");
    assertThat(second.data()).containsExactly(text(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1-1", "9-0", "-1-0", "01-0", "1-99999999999999999999", "x"})
  void an_unknown_event_resumes_nothing(String id) {
    session.openCall(first, ONE, Optional.empty());
    assertThat(session.knows(id)).isFalse();
    assertThat(session.resume(id, listener(second))).isFalse();
    assertThat(second.events()).isEmpty();
    assertThat(first.isClosed()).isFalse();
  }

  @Test
  void a_client_that_was_away_gets_thousands_of_events_at_its_own_pace() {
    Session large = session("2025-11-25", 1_000_000, 1000);
    ResumableStream call = large.openCall(first, ONE, Optional.empty());
    first.close();
    for (int i = 1; i <= 5000; i++) {
      call.send(message(i));
    }
    call.finish(message(0), TOO_LARGE);
    RecordingConnection slow = RecordingConnection.slow(1);
    assertThat(large.resume("1-0", listener(slow))).isTrue();
    assertThat(slow.data()).containsExactly(text(1));
    slow.read(4998);
    assertThat(slow.data()).hasSize(4999);
    slow.read(10);
    assertThat(slow.data()).hasSize(5001).last().isEqualTo(text(0));
    assertThat(slow.isClosed()).isTrue();
  }

  @Test
  void the_oldest_notifications_make_room_but_never_questions_and_answers() {
    Session small = session("2025-11-25", 4 * text(1).length(), 1000);
    ResumableStream call = small.openCall(first, ONE, Optional.empty());
    ResumableStream other = small.openCall(second, ONE, Optional.empty());
    first.close();
    call.ask(message(9));
    for (int i = 1; i <= 6; i++) {
      other.send(message(i));
    }
    call.send(message(7));
    call.finish(message(8), TOO_LARGE);
    RecordingConnection third = new RecordingConnection();
    assertThat(small.resume("1-0", listener(third))).isTrue();
    assertThat(third.data()).containsExactly(text(9), text(7), text(8));
    RecordingConnection fourth = new RecordingConnection();
    assertThat(small.resume("2-0", listener(fourth))).isTrue();
    assertThat(fourth.data()).containsExactly(text(5), text(6));
  }

  @Test
  void a_slow_reader_misses_the_oldest_notifications_and_not_the_answer() {
    Session small = session("2025-11-25", 3 * text(1).length(), 1000);
    RecordingConnection slow = RecordingConnection.slow(1);
    ResumableStream call = small.openCall(slow, ONE, Optional.empty());
    for (int i = 1; i <= 9; i++) {
      call.send(message(i));
    }
    call.finish(message(0), TOO_LARGE);
    slow.read(100);
    assertThat(slow.data()).containsExactly("", text(7), text(8), text(9), text(0));
  }

  private static JsonObject large() {
    return Json.createObjectBuilder().add("m", "x".repeat(2000)).build();
  }

  @Test
  void an_answer_too_large_to_be_kept_reaches_who_reads_and_nobody_else() {
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    call.finish(large(), TOO_LARGE);
    assertThat(first.data()).containsExactly("", large().toString());
    assertThat(session.resume("1-0", listener(second))).isTrue();
    assertThat(second.data()).containsExactly(TOO_LARGE.toString());
  }

  @Test
  void who_was_away_is_told_that_the_answer_was_too_large() {
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    first.close();
    call.finish(large(), TOO_LARGE);
    assertThat(session.resume("1-0", listener(second))).isTrue();
    assertThat(second.data()).containsExactly(TOO_LARGE.toString());
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void the_sessions_of_a_node_share_what_it_keeps() {
    SessionLimits limits =
        new SessionLimits(1, 1, Duration.ofMinutes(30), 1000, text(1).length(), 1000, 100);
    Kept kept = new Kept(limits.nodeCharacters());
    Session greedy = session("2025-11-25", new EventLog(limits, kept));
    Session modest = session("2025-11-25", new EventLog(limits, kept));
    for (int i = 1; i <= 100; i++) {
      greedy.openCall(new RecordingConnection(), ONE, Optional.empty()).send(message(i));
    }
    ResumableStream call = modest.openCall(first, ONE, Optional.empty());
    call.send(message(1));
    call.send(message(2));
    assertThat(modest.resume("1-0", listener(second))).isTrue();
    assertThat(second.data()).containsExactly(text(2));
    assertThat(kept.isFull()).isTrue();
    greedy.end();
    assertThat(kept.isFull()).isFalse();
  }

  @Test
  void of_calls_that_were_answered_the_last_can_be_asked_for_again() {
    for (int i = 1; i <= 20; i++) {
      session
          .openCall(new RecordingConnection(), ONE, Optional.empty())
          .finish(message(i), TOO_LARGE);
    }
    RecordingConnection away = RecordingConnection.slow(0);
    ResumableStream unread = session.openCall(away, ONE, Optional.empty());
    unread.finish(message(21), TOO_LARGE);
    away.close();
    for (int i = 22; i <= 40; i++) {
      session
          .openCall(new RecordingConnection(), ONE, Optional.empty())
          .finish(message(i), TOO_LARGE);
    }
    assertThat(session.knows("1-0")).isFalse();
    assertThat(session.knows("40-0")).isTrue();
    assertThat(session.resume("21-0", listener(second))).isTrue();
    assertThat(second.data()).containsExactly(text(21));
  }

  @Test
  void only_a_few_connections_of_one_stream_may_hang() {
    ResumableStream call = session.openCall(RecordingConnection.slow(0), ONE, Optional.empty());
    call.send(message(1));
    assertThat(session.isCrowded("1-0")).isFalse();
    assertThat(session.resume("1-0", listener(RecordingConnection.slow(0)))).isTrue();
    assertThat(session.isCrowded("1-0")).isTrue();
    assertThat(session.resume("1-0", listener(second))).isFalse();
  }

  @Test
  void a_call_goes_on_while_its_client_polls() {
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    call.closeForPolling(Duration.ofMillis(500));
    assertThat(first.events().get(1).retry()).contains(Duration.ofMillis(500));
    assertThat(first.isClosed()).isTrue();
    call.send(message(1));
    assertThat(session.resume("1-0", listener(second))).isTrue();
    assertThat(second.data()).containsExactly(text(1));
    assertThat(second.isClosed()).isFalse();
  }

  @Test
  void a_session_has_one_unsolicited_stream_at_a_time() {
    assertThat(session.openGet(listener(first))).isTrue();
    assertThat(session.isGetOpen()).isTrue();
    assertThat(session.openGet(listener(second))).isFalse();
    session.notify(message(1));
    assertThat(first.data()).containsExactly(text(1));
    assertThat(second.events()).isEmpty();
    first.close();
    assertThat(session.isGetOpen()).isFalse();
    assertThat(session.openGet(listener(second))).isTrue();
  }

  @Test
  void what_nobody_listened_to_is_sent_once_to_the_next_who_does() {
    session.notify(message(1));
    session.openGet(listener(first));
    session.notify(message(2));
    first.close();
    session.notify(message(3));
    session.openGet(listener(second));
    assertThat(first.data()).containsExactly(text(1), text(2));
    assertThat(second.data()).containsExactly(text(3));
  }

  @Test
  void what_nobody_listens_to_is_told_once() {
    for (int i = 1; i <= 8; i++) {
      session.notify(message(i % 3));
    }
    session.openGet(listener(first));
    assertThat(first.data()).isEqualTo(List.of(text(0), text(1), text(2)));
  }

  @Test
  void the_unsolicited_stream_can_be_resumed() {
    session.openGet(listener(first));
    session.notify(message(1));
    session.notify(message(2));
    first.close();
    session.notify(message(3));
    assertThat(session.resume("0-0", listener(second))).isTrue();
    assertThat(second.data()).containsExactly(text(2), text(3));
    assertThat(session.isGetOpen()).isTrue();
  }

  @Test
  void a_connection_that_was_closed_before_is_none() {
    first.close();
    ResumableStream call = session.openCall(first, ONE, Optional.empty());
    call.send(message(1));
    assertThat(session.isInUse()).isFalse();
    assertThat(session.resume("1-0", listener(second))).isTrue();
    assertThat(second.data()).containsExactly(text(1));
  }
}
