package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.interaction.UnansweredException;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.legacy.directory.SessionDirectories;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import dev.gatehouse.support.time.MutableClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final JsonRpcId ONE = new JsonRpcId(Json.createValue(1));

  private static final JsonRpcId NUMBER = new JsonRpcId(Json.createValue(1));
  private static final JsonRpcId TEXT = new JsonRpcId(Json.createValue("1"));

  private final MutableClock clock = new MutableClock();
  private final Session session =
      new Session(
          "id",
          new SessionTraits("alice", "2025-11-25", ClientCapabilities.none()),
          new EventLog(SessionLimits.of(16), new Kept(Long.MAX_VALUE)),
          SessionDirectories.alone(),
          clock);

  private static Listener listener(RecordingConnection out) {
    return Listener.ofCall(out);
  }

  @Test
  void a_client_that_asked_for_no_log_level_gets_info_and_above() {
    assertThat(session.logLevel()).isEqualTo(LogLevel.INFO);
    session.logLevel(LogLevel.ERROR);
    assertThat(session.logLevel()).isEqualTo(LogLevel.ERROR);
  }

  @Test
  void a_subscription_lasts_until_it_is_taken_back() {
    assertThat(session.isSubscribed("todo://1")).isFalse();
    assertThat(session.subscribe("todo://1")).isTrue();
    assertThat(session.isSubscribed("todo://1")).isTrue();
    session.unsubscribe("todo://1");
    assertThat(session.isSubscribed("todo://1")).isFalse();
  }

  @Test
  void subscriptions_are_bounded_in_number_and_length() {
    assertThat(session.subscribe("x".repeat(ResourceSubscriptions.LONGEST + 1))).isFalse();
    for (int i = 0; i < ResourceSubscriptions.LIMIT; i++) {
      assertThat(session.subscribe("todo://" + i)).isTrue();
    }
    assertThat(session.subscribe("todo://more")).isFalse();
    assertThat(session.isSubscribed("todo://more")).isFalse();
    assertThat(session.subscribe("todo://0")).isTrue();
    session.unsubscribe("todo://0");
    assertThat(session.subscribe("todo://more")).isTrue();
  }

  @Test
  void a_request_is_cancelled_by_its_id_with_the_clients_reason() {
    CallCancellation call = new CallCancellation();
    session.running(NUMBER, call);
    session.cancel(NUMBER, Optional.of("changed my mind"));
    assertThat(call.isRequested()).isTrue();
    assertThat(call.reason()).contains("changed my mind");
  }

  @Test
  void a_number_and_a_text_are_different_ids() {
    CallCancellation number = new CallCancellation();
    CallCancellation text = new CallCancellation();
    session.running(NUMBER, number);
    session.running(TEXT, text);
    session.cancel(TEXT, Optional.empty());
    assertThat(text.isRequested()).isTrue();
    assertThat(number.isRequested()).isFalse();
  }

  @Test
  void a_request_that_is_done_can_not_be_cancelled() {
    CallCancellation call = new CallCancellation();
    session.running(NUMBER, call).close();
    session.cancel(NUMBER, Optional.empty());
    assertThat(call.isRequested()).isFalse();
    assertThat(session.isInUse()).isFalse();
  }

  @Test
  void an_id_in_use_is_refused_and_still_belongs_to_the_first() {
    CallCancellation first = new CallCancellation();
    session.running(NUMBER, first);
    assertThatExceptionOfType(McpException.class)
        .isThrownBy(() -> session.running(NUMBER, new CallCancellation()))
        .matches(refusal -> refusal.status() == 400);
    session.cancel(NUMBER, Optional.empty());
    assertThat(first.isRequested()).isTrue();
  }

  @Test
  void so_many_requests_run_at_a_time_and_no_more() {
    RunningRequests.Running first = session.running(id(0), new CallCancellation());
    for (int i = 1; i < RunningRequests.LIMIT; i++) {
      session.running(id(i), new CallCancellation());
    }
    assertThatExceptionOfType(McpException.class)
        .isThrownBy(() -> session.running(id(RunningRequests.LIMIT), new CallCancellation()))
        .matches(refusal -> refusal.status() == 429);
    first.close();
    session.running(id(RunningRequests.LIMIT), new CallCancellation());
  }

  private static JsonRpcId id(int number) {
    return new JsonRpcId(Json.createValue(number));
  }

  @Test
  void the_end_cancels_calls_and_closes_all_connections() {
    CallCancellation call = new CallCancellation();
    session.running(NUMBER, call);
    RecordingConnection post = new RecordingConnection();
    RecordingConnection get = new RecordingConnection();
    session.openCall(post, ONE, Optional.empty());
    session.openGet(listener(get));
    session.end();
    session.end();
    assertThat(call.isRequested()).isTrue();
    assertThat(post.isClosed()).isTrue();
    assertThat(get.isClosed()).isTrue();
  }

  @Test
  void nothing_begins_after_the_end() {
    ResumableStream stream = session.openCall(new RecordingConnection(), ONE, Optional.empty());
    session.end();
    CallCancellation call = new CallCancellation();
    session.running(NUMBER, call);
    RecordingConnection post = new RecordingConnection();
    RecordingConnection get = new RecordingConnection();
    RecordingConnection back = new RecordingConnection();
    session.openCall(post, ONE, Optional.empty());
    session.openGet(listener(get));
    session.resume("1-0", listener(back));
    assertThat(call.isRequested()).isTrue();
    assertThat(post.isClosed()).isTrue();
    assertThat(get.isClosed()).isTrue();
    assertThat(back.isClosed()).isTrue();
    JsonObject none = JsonValue.EMPTY_JSON_OBJECT;
    assertThatExceptionOfType(UnansweredException.class)
        .isThrownBy(() -> session.ask(stream, "roots/list", none, Duration.ofHours(1)));
  }

  @Test
  void a_cancel_that_comes_before_its_request_is_kept_for_a_while() {
    session.cancel(NUMBER, Optional.of("changed my mind"));
    CallCancellation late = new CallCancellation();
    session.running(NUMBER, late);
    assertThat(late.isRequested()).isTrue();

    CallCancellation other = new CallCancellation();
    session.running(TEXT, other);
    assertThat(other.isRequested()).isFalse();
  }

  private boolean isCancelled(JsonRpcId id) {
    CallCancellation call = new CallCancellation();
    session.running(id, call).close();
    return call.isRequested();
  }

  @Test
  void a_cancel_that_came_before_its_request_is_forgotten_after_five_seconds() {
    session.cancel(NUMBER, Optional.empty());
    session.cancel(TEXT, Optional.empty());
    clock.advance(Duration.ofSeconds(5).minusMillis(1));
    assertThat(isCancelled(NUMBER)).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(isCancelled(TEXT)).isFalse();
  }

  @Test
  void of_the_cancels_that_came_before_their_requests_the_last_32_are_kept() {
    for (int i = 0; i <= 32; i++) {
      session.cancel(id(i), Optional.empty());
    }
    assertThat(isCancelled(id(0))).isFalse();
    for (int i = 1; i <= 32; i++) {
      assertThat(isCancelled(id(i))).isTrue();
    }
  }
}
