package dev.gatehouse.diagnostics;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Examines when asked, but at most once a minute, and remembers what was found. */
final class CachedDiagnostics {
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final Supplier<Report> examination;
  private final Clock clock;
  private volatile Optional<Report> latest = Optional.empty();

  CachedDiagnostics(Supplier<Report> examination, Clock clock) {
    this.examination = examination;
    this.clock = clock;
  }

  Optional<Report> latest() {
    return latest;
  }

  /** What was found less than a minute ago, or what is found now. */
  synchronized Report current() {
    return latest.filter(this::isFresh).orElseGet(this::again);
  }

  /** What is found now, however short the pause. */
  synchronized Report again() {
    Report report = examination.get();
    latest = Optional.of(report);
    return report;
  }

  /** Whether {@link #current()} would answer from memory. */
  boolean isFresh() {
    return latest.filter(this::isFresh).isPresent();
  }

  private boolean isFresh(Report report) {
    Duration age = Duration.between(report.at(), clock.instant());
    return !age.isNegative() && age.compareTo(PAUSE) < 0;
  }
}
