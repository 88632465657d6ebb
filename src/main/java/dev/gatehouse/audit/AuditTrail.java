package dev.gatehouse.audit;

import dev.gatehouse.log.RateLimitedCounter;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Passes on every call that ran, but no more refusals than somebody can read: of the same kind a
 * few a minute, and then their number.
 */
final class AuditTrail {
  static final int OF_STRANGERS = 5;
  static final int OF_CALLERS = 60;
  static final int MOST_KINDS = 1000;

  private final RateLimitedCounter<Kind> strangers;
  private final RateLimitedCounter<Kind> callers;
  private final Consumer<AuditEvent> events;

  // Strangers are not told apart: whoever has many addresses could fill the log from all.
  private record Kind(Outcome outcome, String reason, Optional<AuditCaller> caller) {
    AuditEvent summary(RateLimitedCounter.Rest<Kind> rest) {
      return new AuditEvent(
          rest.since(),
          outcome,
          reason,
          Optional.empty(),
          caller,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          rest.counts().get(this));
    }

    Kind ofAnybody() {
      return new Kind(outcome, reason, Optional.empty());
    }
  }

  AuditTrail(Clock clock, Consumer<AuditEvent> events) {
    this.strangers = new RateLimitedCounter<>(clock, OF_STRANGERS, MOST_KINDS);
    this.callers = new RateLimitedCounter<>(clock, OF_CALLERS, MOST_KINDS);
    this.events = events;
  }

  void add(AuditEvent event) {
    if (event.outcome().ran()) {
      events.accept(event);
      return;
    }
    RateLimitedCounter<Kind> tally = event.outcome().hasCaller() ? callers : strangers;
    sumUp(tally);
    Kind kind =
        new Kind(
            event.outcome(), event.reason(), event.caller().map(AuditCaller::withWhateverToken));
    if (tally.passes(kind, kind.ofAnybody())) {
      events.accept(event);
    }
  }

  /** Passes on the numbers of the minute that is over. */
  void sumUp() {
    sumUp(strangers);
    sumUp(callers);
  }

  private void sumUp(RateLimitedCounter<Kind> tally) {
    tally
        .rest()
        .ifPresent(
            rest -> rest.counts().keySet().forEach(kind -> events.accept(kind.summary(rest))));
  }
}
