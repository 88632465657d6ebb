package dev.gatehouse.mcp.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.engine.interaction.ClientCapabilities;
import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import dev.gatehouse.support.time.MutableClock;
import jakarta.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final JsonRpcId ONE = new JsonRpcId(Json.createValue(1));

  private final MutableClock clock = new MutableClock();
  private final Sessions sessions =
      new Sessions(new SessionLimits(2, 3, IDLE, 1000, 1000, 1000, 1000), clock);

  private Session create(String owner) {
    clock.advance(Duration.ofSeconds(1));
    return sessions.create(new SessionTraits(owner, "2025-11-25", ClientCapabilities.none()));
  }

  private boolean isThere(Session session) {
    return sessions.find(session.id(), session.owner()).isPresent();
  }

  private static CallCancellation work(Session session) {
    CallCancellation cancellation = new CallCancellation();
    session.running(ONE, cancellation);
    return cancellation;
  }

  private static Listener listener(RecordingConnection out) {
    return Listener.ofCall(out);
  }

  @Test
  void ids_are_visible_ascii_of_at_least_128_bits_and_do_not_repeat() {
    Sessions many = new Sessions(SessionLimits.of(16), clock);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      ids.add(
          many.create(new SessionTraits("owner" + i, "2025-11-25", ClientCapabilities.none()))
              .id());
    }
    assertThat(ids).hasSize(100).allMatch(id -> id.matches("[A-Za-z0-9_-]{22,}"));
  }

  @Test
  void a_session_is_found_by_its_owner_only() {
    Session session = create("alice");
    assertThat(sessions.find(session.id(), "alice")).containsSame(session);
    assertThat(sessions.find(session.id(), "bob")).isEmpty();
    assertThat(sessions.find("unknown", "alice")).isEmpty();
  }

  @Test
  void a_stranger_does_not_keep_a_session_alive() {
    Session session = create("alice");
    clock.advance(IDLE.minusSeconds(1));
    sessions.find(session.id(), "bob");
    clock.advance(Duration.ofSeconds(1));
    assertThat(isThere(session)).isFalse();
  }

  @Test
  void an_ended_session_is_unknown() {
    Session session = create("alice");
    CallCancellation call = work(session);
    sessions.end(session);
    assertThat(isThere(session)).isFalse();
    assertThat(call.isRequested()).isTrue();
  }

  @Test
  void a_session_without_use_expires() {
    Session session = create("alice");
    clock.advance(IDLE.minusSeconds(1));
    assertThat(isThere(session)).isTrue();
    clock.advance(IDLE.minusSeconds(1));
    assertThat(isThere(session)).isTrue();
    clock.advance(IDLE);
    assertThat(isThere(session)).isFalse();
  }

  @Test
  void a_session_does_not_expire_during_a_call_and_has_its_full_time_after_it() {
    Session session = create("alice");
    RunningRequests.Running running = session.running(ONE, new CallCancellation());
    clock.advance(IDLE.multipliedBy(2));
    sessions.sweep(clock.instant());
    running.close();
    clock.advance(IDLE.minusSeconds(1));
    sessions.sweep(clock.instant());
    assertThat(isThere(session)).isTrue();
    clock.advance(IDLE);
    assertThat(isThere(session)).isFalse();
  }

  @Test
  void a_session_does_not_expire_while_somebody_listens_and_has_its_full_time_after_it() {
    Session session = create("alice");
    RecordingConnection listener = new RecordingConnection();
    session.openGet(listener(listener));
    clock.advance(IDLE.multipliedBy(2));
    sessions.sweep(clock.instant());
    assertThat(listener.isClosed()).isFalse();
    listener.close();
    clock.advance(IDLE.minusSeconds(1));
    sessions.sweep(clock.instant());
    assertThat(isThere(session)).isTrue();
    clock.advance(IDLE);
    assertThat(isThere(session)).isFalse();
  }

  @Test
  void sweeping_ends_what_expired() {
    Session session = create("alice");
    RecordingConnection connection = new RecordingConnection();
    clock.advance(IDLE);
    sessions.sweep(clock.instant());
    session.openCall(connection, ONE, Optional.empty());
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void one_session_too_many_of_an_owner_ends_the_longest_idle_one() {
    Session first = create("alice");
    Session second = create("alice");
    Session other = create("bob");
    clock.advance(Duration.ofSeconds(1));
    first.touch();
    Session third = create("alice");
    assertThat(isThere(second)).isFalse();
    assertThat(first).matches(this::isThere);
    assertThat(third).matches(this::isThere);
    assertThat(other).matches(this::isThere);
  }

  @Test
  void a_session_that_ends_for_a_newer_one_is_a_line_of_the_log() {
    List<String> lines = new ArrayList<>();
    Logger log = Logger.getLogger(Sessions.class.getName());
    log.setFilter(record -> lines.add(record.getLevel() + " " + record.getMessage()));
    try {
      create("alice");
      create("bob");
      create("alice");
      assertThat(lines).isEmpty();
      create("alice");
    } finally {
      log.setFilter(null);
    }
    assertThat(lines)
        .containsExactly(
            "INFO A session ended for a newer one of its caller, who may have 2 here"
                + " (mcp.limits.sessions.caller)");
  }

  @Test
  void one_session_too_many_of_an_owner_spares_what_works_but_succeeds_in_any_case() {
    Session first = create("alice");
    CallCancellation call = work(first);
    Session second = create("alice");
    Session third = create("alice");
    assertThat(call.isRequested()).isFalse();
    assertThat(isThere(second)).isFalse();
    work(third);
    create("alice");
    assertThat(call.isRequested()).isTrue();
    assertThat(isThere(first)).isFalse();
  }

  @Test
  void one_session_too_many_in_all_ends_the_longest_idle_one_that_does_not_work() {
    Session working = create("alice");
    CallCancellation call = work(working);
    Session idle = create("bob");
    Session newer = create("carol");
    Session newest = create("dave");
    assertThat(call.isRequested()).isFalse();
    assertThat(isThere(idle)).isFalse();
    assertThat(newer).matches(this::isThere);
    assertThat(newest).matches(this::isThere);
  }

  @Test
  void one_session_too_many_is_refused_when_all_others_work() {
    CallCancellation call = work(create("alice"));
    work(create("bob"));
    work(create("carol"));
    assertThatExceptionOfType(McpException.class)
        .isThrownBy(() -> create("dave"))
        .matches(refusal -> refusal.status() == 503);
    assertThat(call.isRequested()).isFalse();
  }

  @Test
  void undeployment_ends_all_sessions() {
    Session session = create("alice");
    CallCancellation call = work(session);
    sessions.endAll();
    assertThat(call.isRequested()).isTrue();
    assertThat(isThere(session)).isFalse();
  }

  @Test
  void looking_up_one_session_leaves_the_others_alone() {
    Session one = create("alice");
    create("bob");
    clock.advance(IDLE);
    assertThat(isThere(one)).isFalse();
    assertThat(sessions.size()).isEqualTo(1);
  }

  @Test
  void what_other_nodes_call_a_session_names_it_until_it_ends() {
    Session session = create("alice");
    Session other = create("alice");
    assertThat(sessions.withKey(sessions.key(session))).containsSame(session);
    sessions.end(session);
    assertThat(sessions.withKey(sessions.key(session))).isEmpty();
    assertThat(sessions.withKey(sessions.key(other))).containsSame(other);
  }

  @Test
  void an_ended_session_does_not_count_for_its_owner() {
    Session first = create("alice");
    sessions.end(create("alice"));
    create("alice");
    assertThat(first).matches(this::isThere);
  }

  @Test
  void an_expired_session_makes_room_for_others_before_an_idle_one_does() {
    Session expiring = create("alice");
    clock.advance(IDLE.dividedBy(2));
    Session idle = create("bob");
    work(create("carol"));
    clock.advance(IDLE.dividedBy(2));
    Session newest = create("dave");
    assertThat(isThere(expiring)).isFalse();
    assertThat(idle).matches(this::isThere);
    assertThat(newest).matches(this::isThere);
  }
}
