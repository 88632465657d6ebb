package dev.gatehouse.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
  private final AtomicLong time = new AtomicLong();
  private final RateLimit limit = new RateLimit(6, time::get);

  private int takeAll(Object key) {
    int taken = 0;
    while (taken < 1000 && limit.take(key).isZero()) {
      taken++;
    }
    return taken;
  }

  private void advance(Duration by) {
    time.addAndGet(by.toNanos());
  }

  // System.nanoTime begins anywhere and may pass the largest number.
  @ParameterizedTest
  @ValueSource(longs = {0, Long.MIN_VALUE, -1, Long.MAX_VALUE - 1_000_000_000L})
  void a_minutes_worth_can_be_taken_at_once_and_then_what_is_refilled(long start) {
    time.set(start);
    assertThat(takeAll("ann")).isEqualTo(6);
    assertThat(limit.take("ann")).isEqualTo(Duration.ofSeconds(10));

    advance(Duration.ofSeconds(9));
    assertThat(limit.take("ann")).isEqualTo(Duration.ofSeconds(1));
    advance(Duration.ofSeconds(1));
    assertThat(takeAll("ann")).isEqualTo(1);
    advance(Duration.ofSeconds(30));
    assertThat(takeAll("ann")).isEqualTo(3);
  }

  @Test
  void waiting_longer_gives_no_more_than_a_minutes_worth() {
    takeAll("ann");
    advance(Duration.ofHours(1));
    assertThat(takeAll("ann")).isEqualTo(6);
  }

  @Test
  void each_key_has_its_own() {
    assertThat(takeAll("ann")).isEqualTo(6);
    assertThat(takeAll("bob")).isEqualTo(6);
  }

  @Test
  void zero_is_no_limit() {
    RateLimit none = new RateLimit(0, time::get);
    for (int i = 0; i < 1000; i++) {
      assertThat(none.take("ann")).isZero();
    }
    assertThat(none.size()).isZero();
  }

  @Test
  void who_has_a_full_bucket_is_forgotten() {
    takeAll("ann");
    limit.take("bob");
    advance(Duration.ofSeconds(10));
    limit.sweep();
    assertThat(limit.size()).isEqualTo(1);
    assertThat(takeAll("ann")).isEqualTo(1);

    advance(Duration.ofMinutes(1));
    limit.sweep();
    assertThat(limit.size()).isZero();
  }

  @Test
  void keys_past_the_most_share_a_bucket_and_known_ones_keep_theirs() {
    for (int i = 0; i < RateLimit.MOST_KEYS; i++) {
      limit.take(i);
    }
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken += limit.take("stranger " + i).isZero() ? 1 : 0;
    }
    assertThat(taken).isEqualTo(6);
    assertThat(limit.size()).isEqualTo(RateLimit.MOST_KEYS + 1);
    assertThat(takeAll(7)).isEqualTo(5);
  }

  @Test
  void what_others_gave_is_owed_and_waited_for() {
    limit.charge("ann", 4);
    assertThat(takeAll("ann")).isEqualTo(2);
    limit.charge("ann", 12);
    assertThat(limit.take("ann")).isEqualTo(Duration.ofSeconds(130));
    advance(Duration.ofSeconds(130));
    assertThat(takeAll("ann")).isEqualTo(1);
    assertThat(takeAll("bob")).isEqualTo(6);
  }

  @Test
  void nobody_waits_for_longer_than_an_hour_and_a_bucket() {
    for (int i = 0; i < 1000; i++) {
      limit.charge("ann", Integer.MAX_VALUE);
    }
    assertThat(limit.take("ann")).isLessThanOrEqualTo(Duration.ofHours(1));
    limit.charge("bob", -1_000_000);
    assertThat(takeAll("bob")).isEqualTo(6);
  }

  @Test
  void what_was_not_told_yet_is_not_forgotten_and_no_more_than_a_minutes_worth_is_told() {
    RateLimit shared = RateLimit.shared(6, time::get);
    shared.take("ann");
    advance(Duration.ofMinutes(2));
    shared.sweep();
    assertThat(shared.untold(10)).isEqualTo(Map.of("ann", 1));
    for (int i = 0; i < 100; i++) {
      shared.take("ann");
      advance(Duration.ofMinutes(1));
    }
    assertThat(shared.untold(10)).isEqualTo(Map.of("ann", 6));
    shared.told(Map.of("ann", 6));
    assertThat(shared.untold(10)).isEmpty();
    shared.sweep();
    assertThat(shared.size()).isZero();
  }

  @Test
  void one_that_is_not_shared_remembers_nothing_to_tell() {
    limit.take("ann");
    assertThat(limit.untold(10)).isEmpty();
  }

  @Test
  void several_threads_get_no_more_together() throws Exception {
    RateLimit shared = new RateLimit(1000, time::get);
    AtomicInteger taken = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 4; i++) {
      threads.execute(
          () -> {
            try {
              start.await();
            } catch (InterruptedException e) {
              return;
            }
            for (int k = 0; k < 1000; k++) {
              taken.addAndGet(shared.take("all").isZero() ? 1 : 0);
            }
          });
    }
    start.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(taken).hasValue(1000);
  }
}
