package dev.gatehouse.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.time.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedDiagnosticsTest {
  private int made;
  private List<Finding> found = List.of();

  private final MutableClock clock = new MutableClock();

  private final CachedDiagnostics examinations =
      new CachedDiagnostics(
          () -> {
            made++;
            return new Report(clock.instant(), found);
          },
          clock);

  @Test
  void nothing_is_known_before_the_first_examination() {
    assertThat(examinations.latest()).isEmpty();
    assertThat(examinations.isRecent()).isFalse();
    assertThat(examinations.isIssuerConfirmed()).isFalse();
  }

  private static List<Finding> problem(String check) {
    return List.of(Finding.problem(check, "change it"));
  }

  @Test
  void what_the_issuer_calls_itself_holds_until_its_metadata_can_be_read_again() {
    found = problem(Diagnostics.ISSUER);
    examinations.again();
    assertThat(examinations.isIssuerConfirmed()).isFalse();
    found = List.of();
    examinations.again();
    assertThat(examinations.isIssuerConfirmed()).isTrue();
    found = problem(Diagnostics.ISSUER);
    examinations.again();
    assertThat(examinations.isIssuerConfirmed()).isTrue();
    found = problem(Diagnostics.ISSUER_METADATA);
    examinations.again();
    assertThat(examinations.isIssuerConfirmed()).isFalse();
  }

  @Test
  void the_issuer_is_looked_for_every_ten_seconds() {
    examinations.current();
    clock.advance(CachedDiagnostics.SHORT_PAUSE.minusNanos(1));
    assertThat(examinations.isRecent()).isTrue();
    clock.advance(Duration.ofNanos(1));
    assertThat(examinations.isRecent()).isFalse();
  }

  @Test
  void there_is_one_examination_a_minute() {
    Report first = examinations.current();
    clock.advance(CachedDiagnostics.PAUSE.minusNanos(1));
    assertThat(examinations.current()).isSameAs(first);
    clock.advance(Duration.ofNanos(1));
    assertThat(examinations.current()).isNotSameAs(first);
    assertThat(made).isEqualTo(2);
  }

  @Test
  void a_clock_set_back_does_not_stop_the_doctor() {
    examinations.current();
    clock.advance(Duration.ofDays(-1));
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
