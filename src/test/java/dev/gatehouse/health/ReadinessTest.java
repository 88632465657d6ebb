package dev.gatehouse.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.diagnostics.Diagnostics;
import dev.gatehouse.diagnostics.Finding;
import dev.gatehouse.diagnostics.Finding.State;
import dev.gatehouse.diagnostics.Report;
import dev.gatehouse.security.jwks.KeyStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final KeyStatus FRESH = new KeyStatus(2, Optional.of(NOON), false);
  private static final KeyStatus NONE = new KeyStatus(0, Optional.empty(), true);

  private static Optional<Report> report(String... problems) {
    return Optional.of(
        new Report(
            NOON,
            List.of(problems).stream()
                .map(check -> new Finding(check, State.PROBLEM, "change it"))
                .toList()));
  }

  @Test
  void it_is_ready_with_keys_and_tools_and_the_issuer_that_was_meant() {
    HealthSnapshot vitals = Readiness.vitals(FRESH, report(), true, 5);

    assertThat(vitals.up()).isTrue();
    assertThat(vitals.data())
        .containsEntry("keys", "2, read 2026-03-01T12:00:00Z")
        .containsEntry("issuer", "as configured")
        .containsEntry("tools", "5")
        .containsEntry("doctor", "The doctor made 0 checks; problems: 0, warnings: 0");
  }

  @Test
  void keys_of_before_do_while_the_issuer_is_down() {
    KeyStatus cached = new KeyStatus(1, Optional.of(NOON), true);

    HealthSnapshot vitals = Readiness.vitals(cached, report(Diagnostics.ISSUER), true, 5);

    assertThat(vitals.up()).isTrue();
    assertThat(vitals.data())
        .containsEntry("keys", "1, cached since 2026-03-01T12:00:00Z")
        .containsEntry("issuer", "as configured, its metadata can't be read now");
  }

  @Test
  void it_is_not_ready_for_an_issuer_whose_metadata_were_never_read() {
    HealthSnapshot vitals = Readiness.vitals(FRESH, report(Diagnostics.ISSUER), false, 5);

    assertThat(vitals.up()).isFalse();
    assertThat(vitals.data()).containsEntry("issuer", "unknown, its metadata can't be read");
  }

  @Test
  void it_is_not_ready_before_keys_are_read() {
    assertThat(Readiness.vitals(NONE, report(), true, 5).up()).isFalse();
    assertThat(Readiness.vitals(NONE, report(), true, 5).data().get("keys")).startsWith("none");
  }

  @Test
  void it_is_not_ready_before_the_first_examination() {
    HealthSnapshot vitals = Readiness.vitals(FRESH, Optional.empty(), false, 5);

    assertThat(vitals.up()).isFalse();
    assertThat(vitals.data()).containsEntry("issuer", "not examined yet");
  }

  @Test
  void it_is_not_ready_for_another_issuer_than_configured() {
    HealthSnapshot vitals = Readiness.vitals(FRESH, report(Diagnostics.ISSUER_METADATA), false, 5);

    assertThat(vitals.up()).isFalse();
    assertThat(vitals.data()).containsEntry("issuer", "another than configured");
  }

  @Test
  void it_is_not_ready_without_tools() {
    assertThat(Readiness.vitals(FRESH, report(), true, 0).up()).isFalse();
  }

  @Test
  void other_problems_are_counted_only() {
    HealthSnapshot vitals = Readiness.vitals(FRESH, report("challenge", "scopes"), true, 5);

    assertThat(vitals.up()).isTrue();
    assertThat(vitals.data().get("doctor")).contains("problems: 2");
  }
}
