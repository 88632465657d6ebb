package dev.gatehouse.audit;

import static dev.gatehouse.audit.Events.caller;
import static dev.gatehouse.audit.Events.ran;
import static dev.gatehouse.audit.Events.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.log.RateLimitedLines;
import dev.gatehouse.support.time.MutableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private final MutableClock clock = new MutableClock();
  private final List<AuditEvent> events = new ArrayList<>();
  private final AuditTrail trail = new AuditTrail(clock, events::add);

  private void strangers(int times, String reason) {
    for (int i = 0; i < times; i++) {
      trail.add(refused(Outcome.REFUSED_AUTHENTICATION, reason, Optional.empty()));
    }
  }

  private void callers(int times, Outcome outcome, AuditCaller caller) {
    for (int i = 0; i < times; i++) {
      trail.add(refused(outcome, "", Optional.of(caller)));
    }
  }

  private List<AuditEvent> summaries() {
    return events.stream().filter(AuditEvent::isSummary).toList();
  }

  @Test
  void every_call_that_ran_is_told() {
    for (int i = 0; i < 500; i++) {
      trail.add(ran(Outcome.ALLOWED, caller("ann")));
    }
    assertThat(events).hasSize(500);
  }

  @Test
  void of_strangers_a_few_are_told_and_then_their_number() {
    strangers(1000, "EXPIRED");
    strangers(2, "UNKNOWN_KEY");
    assertThat(events).hasSize(AuditTrail.OF_STRANGERS + 2);

    clock.advance(RateLimitedLines.MINUTE);
    trail.sumUp();
    trail.sumUp();
    assertThat(summaries())
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.count()).isEqualTo(1000 - AuditTrail.OF_STRANGERS);
              assertThat(summary.reason()).isEqualTo("EXPIRED");
              assertThat(summary.time()).isEqualTo(MutableClock.START);
            });
  }

  @Test
  void the_next_refusal_brings_the_numbers_too() {
    strangers(6, "EXPIRED");
    clock.advance(RateLimitedLines.MINUTE);
    strangers(1, "EXPIRED");
    assertThat(events).hasSize(7);
    assertThat(summaries()).singleElement().extracting(AuditEvent::count).isEqualTo(1);
    assertThat(events.get(6).isSummary()).isFalse();
  }

  @Test
  void one_caller_does_not_hide_another() {
    callers(1000, Outcome.REFUSED_QUOTA, caller("ann"));
    callers(1, Outcome.REFUSED_QUOTA, caller("bob"));
    callers(1, Outcome.REFUSED_SCOPE, caller("ann"));
    assertThat(events).hasSize(AuditTrail.OF_CALLERS + 2);

    clock.advance(RateLimitedLines.MINUTE);
    trail.sumUp();
    assertThat(summaries())
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.caller().orElseThrow().subject()).isEqualTo("ann");
              assertThat(summary.count()).isEqualTo(1000 - AuditTrail.OF_CALLERS);
            });
  }

  @Test
  void a_new_token_is_no_new_caller() {
    for (int i = 0; i < 100; i++) {
      AuditCaller ann = caller("ann");
      AuditCaller again =
          new AuditCaller(
              "ann", ann.clientId(), ann.organization(), Optional.of("jti" + i), ann.scopes());
      callers(1, Outcome.REFUSED_SCOPE, again);
    }
    assertThat(events).hasSize(AuditTrail.OF_CALLERS);
  }

  @Test
  void of_more_callers_than_can_be_told_apart_the_number_is_told() {
    int many = AuditTrail.MOST_KINDS + AuditTrail.OF_CALLERS + 7;
    for (int i = 0; i < many; i++) {
      callers(1, Outcome.REFUSED_SCOPE, caller("usr_" + i));
    }
    assertThat(events).hasSize(many - 7);

    clock.advance(RateLimitedLines.MINUTE);
    trail.sumUp();
    assertThat(summaries())
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.caller()).isEmpty();
              assertThat(summary.count()).isEqualTo(7);
            });
  }
}
