package dev.gatehouse.audit;

import dev.gatehouse.log.RateLimitedLines;
import dev.gatehouse.log.RateLimitedLines.Bounds;
import dev.gatehouse.log.RateLimitedLines.Rest;
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

  private final RateLimitedLines<Kind> strangers;
  private final RateLimitedLines<Kind> callers;
  private final Consumer<AuditEvent> events;

  // Strangers are not told apart: whoever has many addresses could fill the log from all.
  private record Kind(Outcome outcome, String reason, Optional<AuditCaller> caller) {
    AuditEvent summary(Rest<Kind> rest) {
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
    this.strangers = lines(clock, OF_STRANGERS);
    this.callers = lines(clock, OF_CALLERS);
    this.events = events;
  }

  private RateLimitedLines<Kind> lines(Clock clock, int few) {
    return new RateLimitedLines<>(
        clock, new Bounds<>(few, MOST_KINDS, Kind::ofAnybody), this::tellRest);
  }

  private void tellRest(Rest<Kind> rest) {
    rest.counts().keySet().forEach(kind -> events.accept(kind.summary(rest)));
  }

  void add(AuditEvent event) {
    if (event.outcome().ran()) {
      events.accept(event);
      return;
    }
    RateLimitedLines<Kind> lines = event.outcome().hasCaller() ? callers : strangers;
    Optional<AuditCaller> caller = event.caller().map(AuditCaller::withWhateverToken);
    lines.write(new Kind(event.outcome(), event.reason(), caller), () -> events.accept(event));
  }

  /** Passes on the numbers of the minute that is over. */
  void sumUp() {
    strangers.sumUp();
    callers.sumUp();
  }
}
