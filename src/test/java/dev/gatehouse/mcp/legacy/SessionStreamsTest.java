package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.jsonrpc.JsonRpcId;
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
  private final Session session = session("2025-11-25", 5, 1000);
  private final RecordingResumableStream first = new RecordingResumableStream();
  private final RecordingResumableStream second = new RecordingResumableStream();

  private static Session session(String version, int events, int bytes) {
    return new Session(
        "id",
        "alice",
        version,
        ClientCapabilities.none(),
        new SessionLimits(1, 1, Duration.ofMinutes(30), events, bytes),
        Clock.systemUTC());
  }

  private static JsonObject message(int number) {
    return Json.createObjectBuilder().add("m", number).build();
  }

  private static String text(int number) {
    return message(number).toString();
  }

  @Test
  void a_call_starts_with_an_id_to_come_back_with() {
    session.openCall(first, Optional.empty()).send(message(1));
    assertThat(first.ids()).containsExactly("1-0", "1-1");
    assertThat(first.data()).containsExactly("", text(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-03-26"})
  void an_older_client_never_gets_an_event_without_data(String version) {
    Session older = session(version, 5, 1000);
    ResumableStream call = older.openCall(first, Optional.empty());
    call.closeForPolling(Duration.ofSeconds(1));
    call.send(message(1));
    assertThat(first.data()).containsExactly(text(1));
    assertThat(first.isClosed()).isFalse();
  }

  @Test
  void ids_are_unique_in_the_session() {
    session.openGet(second);
    session.openCall(first, Optional.empty());
    session.openCall(first, Optional.empty());
    session.notify(message(1));
    assertThat(first.ids()).containsExactly("1-0", "2-0");
    assertThat(second.ids()).containsExactly("0-0");
  }

  @Test
  void the_answer_ends_the_connection() {
    ResumableStream call = session.openCall(first, Optional.empty());
    call.finish(message(1));
    call.send(message(2));
    assertThat(first.data()).containsExactly("", text(1));
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void the_last_event_of_a_stream_that_ended_is_its_end() {
    ResumableStream call = session.openCall(first, Optional.empty());
    assertThat(session.isAtEnd("1-0")).isFalse();
    call.finish(message(1));
    assertThat(session.isAtEnd("1-0")).isFalse();
    assertThat(session.isAtEnd("1-1")).isTrue();
    session.openGet(second);
    session.notify(message(2));
    assertThat(session.isAtEnd("0-0")).isFalse();
  }

  @Test
  void a_call_that_is_abandoned_ends_without_an_answer() {
    ResumableStream call = session.openCall(first, Optional.empty());
    call.abandon();
    call.finish(message(1));
    assertThat(first.data()).containsExactly("");
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void a_client_that_left_does_not_cancel_and_gets_exactly_what_it_missed() {
    CallCancellation cancellation = new CallCancellation();
    session.running(new JsonRpcId(Json.createValue(1)), cancellation);
    ResumableStream call = session.openCall(first, Optional.empty());
    ResumableStream other = session.openCall(new RecordingResumableStream(), Optional.empty());
    call.send(message(1));
    first.close();
    call.send(message(2));
    other.send(message(3));
    assertThat(session.resume("1-1", second)).isTrue();
    assertThat(second.ids()).containsExactly("1-2");
    assertThat(second.data()).containsExactly(text(2));
    call.finish(message(4));
    assertThat(second.data()).containsExactly(text(2), text(4));
    assertThat(second.isClosed()).isTrue();
    assertThat(cancellation.isRequested()).isFalse();
  }

  @Test
  void an_answer_that_was_missed_is_replayed_and_ends_the_new_connection() {
    ResumableStream call = session.openCall(first, Optional.empty());
    first.close();
    call.finish(message(1));
    assertThat(session.canResume("1-0")).isTrue();
    assertThat(session.resume("1-0", second)).isTrue();
    assertThat(second.data()).containsExactly(text(1));
    assertThat(second.isClosed()).isTrue();
  }

  @Test
  void a_resumed_stream_leaves_its_older_connection() {
    ResumableStream call = session.openCall(first, Optional.empty());
    assertThat(session.resume("1-0", second)).isTrue();
    assertThat(first.isClosed()).isTrue();
    call.send(message(1));
    assertThat(first.data()).containsExactly("");
    assertThat(second.data()).containsExactly(text(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1-1", "9-0", "-1-0", "01-0", "1-99999999999999999999", "x"})
  void an_unknown_event_resumes_nothing(String id) {
    session.openCall(first, Optional.empty());
    assertThat(session.canResume(id)).isFalse();
    assertThat(session.resume(id, second)).isFalse();
    assertThat(second.events()).isEmpty();
    assertThat(first.isClosed()).isFalse();
  }

  @Test
  void a_stream_resumes_only_while_nothing_of_what_followed_is_dropped() {
    ResumableStream call = session.openCall(first, Optional.empty());
    for (int i = 1; i <= 6; i++) {
      call.send(message(i));
    }
    assertThat(session.canResume("1-0")).isFalse();
    assertThat(session.resume("1-0", second)).isFalse();
    assertThat(session.resume("1-1", second)).isTrue();
    assertThat(second.ids()).containsExactly("1-2", "1-3", "1-4", "1-5", "1-6");
  }

  @Test
  void the_oldest_events_of_all_streams_make_room() {
    session.openCall(first, Optional.empty());
    ResumableStream busy = session.openCall(second, Optional.empty());
    for (int i = 1; i <= 6; i++) {
      busy.send(message(i));
    }
    assertThat(session.canResume("2-0")).isFalse();
    assertThat(session.canResume("1-0")).isTrue();
  }

  @Test
  void what_is_kept_is_bounded_in_bytes() {
    Session small = session("2025-11-25", 100, 4 * text(1).length());
    ResumableStream call = small.openCall(first, Optional.empty());
    call.send(message(1));
    call.send(message(2));
    assertThat(small.canResume("1-0")).isTrue();
    call.send(message(3));
    assertThat(small.canResume("1-0")).isFalse();
    assertThat(small.canResume("1-1")).isTrue();
  }

  @Test
  void an_event_too_large_to_keep_costs_only_its_own_stream() {
    ResumableStream large = session.openCall(first, Optional.empty());
    ResumableStream other = session.openCall(second, Optional.empty());
    other.send(message(1));
    large.send(Json.createObjectBuilder().add("m", "x".repeat(1000)).build());
    assertThat(first.events()).hasSize(2);
    assertThat(session.canResume("1-0")).isFalse();
    assertThat(session.canResume("2-0")).isTrue();
  }

  @Test
  void a_call_goes_on_while_its_client_polls() {
    ResumableStream call = session.openCall(first, Optional.empty());
    call.closeForPolling(Duration.ofMillis(500));
    assertThat(first.events().get(1).retry()).contains(Duration.ofMillis(500));
    assertThat(first.isClosed()).isTrue();
    call.send(message(1));
    assertThat(session.resume("1-0", second)).isTrue();
    assertThat(second.data()).containsExactly(text(1));
    assertThat(second.isClosed()).isFalse();
  }

  @Test
  void a_session_has_one_unsolicited_stream_at_a_time() {
    assertThat(session.openGet(first)).isTrue();
    assertThat(session.isGetOpen()).isTrue();
    assertThat(session.openGet(second)).isFalse();
    session.notify(message(1));
    assertThat(first.data()).containsExactly(text(1));
    assertThat(second.events()).isEmpty();
    first.close();
    assertThat(session.isGetOpen()).isFalse();
    assertThat(session.openGet(second)).isTrue();
  }

  @Test
  void what_nobody_listened_to_is_sent_once_to_the_next_who_does() {
    session.notify(message(1));
    session.openGet(first);
    session.notify(message(2));
    first.close();
    session.notify(message(3));
    session.openGet(second);
    assertThat(first.data()).containsExactly(text(1), text(2));
    assertThat(second.data()).containsExactly(text(3));
  }

  @Test
  void what_nobody_listens_to_is_bounded() {
    for (int i = 1; i <= 8; i++) {
      session.notify(message(i));
    }
    session.openGet(first);
    assertThat(first.data()).isEqualTo(List.of(text(4), text(5), text(6), text(7), text(8)));
  }

  @Test
  void the_unsolicited_stream_can_be_resumed() {
    session.openGet(first);
    session.notify(message(1));
    session.notify(message(2));
    first.close();
    session.notify(message(3));
    assertThat(session.resume("0-0", second)).isTrue();
    assertThat(second.data()).containsExactly(text(2), text(3));
    assertThat(session.isGetOpen()).isTrue();
  }

  @Test
  void a_connection_that_was_closed_before_is_none() {
    first.close();
    ResumableStream call = session.openCall(first, Optional.empty());
    call.send(message(1));
    assertThat(session.isInUse()).isFalse();
    assertThat(session.resume("1-0", second)).isTrue();
    assertThat(second.data()).containsExactly(text(1));
  }
}
