package dev.gatehouse.security.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.log.RateLimitedLines;
import dev.gatehouse.support.time.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalThrottleTest {
  private final MutableClock clock = new MutableClock();
  private final List<String> log = new ArrayList<>();
  private final RefusalThrottle refusals = new RefusalThrottle(clock, log::add);

  private void flood(String reason, int times) {
    for (int i = 0; i < times; i++) {
      refusals.refused(reason, "x");
    }
  }

  @Test
  void a_refusal_is_explained_at_once() {
    refusals.refused("a token, WRONG_AUDIENCE", "aud is [a], accepted are [b] by scalekit");
    refusals.refused("a token, EMPTY", "");

    assertThat(log)
        .containsExactly(
            "Refused a token, WRONG_AUDIENCE: aud is [a], accepted are [b] by scalekit",
            "Refused a token, EMPTY");
  }

  @Test
  void a_flood_gets_a_few_lines_a_minute_and_then_one_with_the_numbers() {
    flood("EXPIRED", 1000);
    flood("EMPTY", 7);
    flood("OTHER", RefusalThrottle.LINES);
    assertThat(log).hasSize(3 * RefusalThrottle.LINES);

    clock.advance(RateLimitedLines.MINUTE);
    refusals.sumUp();
    refusals.sumUp();

    assertThat(log).hasSize(3 * RefusalThrottle.LINES + 1);
    assertThat(log.get(log.size() - 1))
        .isEqualTo("Refused more since 2026-03-01T12:00:00Z: EMPTY 2, EXPIRED 995");
  }

  @Test
  void reasons_beyond_number_are_counted_together() {
    for (int i = 0; i < 1000; i++) {
      refusals.refused("reason " + i, "");
    }
    assertThat(log).hasSize(100 + RefusalThrottle.LINES);

    clock.advance(RateLimitedLines.MINUTE);
    refusals.sumUp();

    assertThat(log).last().asString().endsWith(": others 895");
  }

  @Test
  void the_next_minute_begins_with_lines_again() {
    flood("EXPIRED", 6);
    clock.advance(RateLimitedLines.MINUTE);
    log.clear();

    flood("EXPIRED", 10);

    assertThat(log).hasSize(1 + RefusalThrottle.LINES);
    assertThat(log.get(0)).endsWith("EXPIRED 1");
  }

  @Test
  void within_the_minute_nothing_is_summed_up() {
    flood("EXPIRED", 10);
    clock.advance(RateLimitedLines.MINUTE.minusNanos(1));
    log.clear();

    refusals.sumUp();
    flood("EXPIRED", 1);

    assertThat(log).isEmpty();
  }

  @Test
  void a_clock_set_back_does_not_silence_the_log() {
    flood("EXPIRED", 10);
    clock.advance(Duration.ofDays(-1));
    log.clear();

    flood("EXPIRED", 1);

    assertThat(log).hasSize(2);
  }

  @Test
  void a_minute_without_a_flood_has_no_summary() {
    flood("EXPIRED", RefusalThrottle.LINES);
    clock.advance(RateLimitedLines.MINUTE);
    log.clear();

    refusals.sumUp();

    assertThat(log).isEmpty();
  }

  @Test
  void what_was_found_last_is_remembered_for_an_hour() {
    refusals.refused("WRONG_ISSUER", "one");
    refusals.refused("WRONG_ISSUER", "two");
    clock.advance(RefusalThrottle.LATELY.minusNanos(1));
    assertThat(refusals.lately("WRONG_ISSUER")).contains("two");
    assertThat(refusals.lately("EXPIRED")).isEmpty();

    clock.advance(Duration.ofNanos(1));

    assertThat(refusals.lately("WRONG_ISSUER")).isEmpty();
  }
}
