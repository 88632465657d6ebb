package dev.gatehouse.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.database.Database;
import dev.gatehouse.database.Databases;
import dev.gatehouse.support.time.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-28T12:00:00Z"));
  private final Database database =
      Databases.open(Databases.embedded(UUID.randomUUID().toString()), Nodes.schema());
  private final Heartbeats here = new Heartbeats(database, clock, "here");
  private final Heartbeats there = new Heartbeats(database, clock, "there");

  private void pass(int seconds, Heartbeats... beating) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(Duration.ofSeconds(1));
      for (Heartbeats each : beating) {
        each.beat();
      }
    }
  }

  @Test
  void a_node_is_there_from_when_it_entered_until_it_leaves() {
    assertThat(here.isGone("there")).isTrue();
    there.enter();
    assertThat(here.isGone("there")).isFalse();
    there.leave();
    here.beat();
    assertThat(here.isGone("there")).isTrue();
  }

  @Test
  void a_node_that_is_silent_for_ten_seconds_is_gone() {
    pass(2, here, there);
    pass(9, here);
    assertThat(here.isGone("there")).isFalse();
    pass(3, here);
    assertThat(here.isGone("there")).isTrue();
  }

  @Test
  void a_node_that_beats_again_is_back() {
    pass(2, here, there);
    pass(20, here);
    pass(1, here, there);
    pass(1, here);
    assertThat(here.isGone("there")).isFalse();
  }

  @Test
  void who_could_not_listen_holds_nobody_for_gone() {
    pass(2, here, there);
    clock.advance(Duration.ofMinutes(5));
    here.beat();
    assertThat(here.isGone("there")).isFalse();
  }

  @Test
  void who_is_asked_before_it_has_listened_again_holds_nobody_for_gone() {
    pass(2, here, there);
    clock.advance(Duration.ofMinutes(5));
    assertThat(here.isGone("there")).isFalse();
  }

  @Test
  void rows_of_nodes_that_died_are_swept_and_their_own_come_back() {
    pass(2, here, there);
    pass(70, here);
    assertThat(rows()).isEqualTo(1);
    pass(1, here, there);
    assertThat(rows()).isEqualTo(2);
  }

  private int rows() {
    return database.with(
        sql -> sql.first("select count(*) from gatehouse_node", at -> at.getInt(1)).orElseThrow());
  }
}
