package dev.gatehouse.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExaminationsTest {
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private int made;

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private final Examinations examinations =
      new Examinations(
          () -> {
            made++;
            return new Report(now, List.of());
          },
          clock);

  @Test
  void nothing_is_known_before_the_first_examination() {
    assertThat(examinations.latest()).isEmpty();
    assertThat(examinations.isFresh()).isFalse();
  }

  @Test
  void there_is_one_examination_a_minute() {
    Report first = examinations.current();
    now = now.plus(Examinations.PAUSE).minusNanos(1);
    assertThat(examinations.current()).isSameAs(first);
    assertThat(examinations.isFresh()).isTrue();
    now = now.plusNanos(1);
    assertThat(examinations.isFresh()).isFalse();
    assertThat(examinations.current()).isNotSameAs(first);
    assertThat(made).isEqualTo(2);
  }

  @Test
  void a_clock_set_back_does_not_stop_the_doctor() {
    examinations.current();
    now = now.minus(Duration.ofDays(1));
    examinations.current();
    assertThat(made).isEqualTo(2);
  }

  @Test
  void the_doctor_can_look_again_at_once() {
    examinations.current();
    assertThat(examinations.again()).isSameAs(examinations.latest().orElseThrow());
    assertThat(made).isEqualTo(2);
  }
}
