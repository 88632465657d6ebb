package dev.gatehouse.diagnostics;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Examines when asked, but at most once a minute, and remembers what was found. */
final class CachedDiagnostics {
  static final Duration PAUSE = Duration.ofMinutes(1);

  /** While the issuer keeps the node from being ready. */
  static final Duration SHORT_PAUSE = Duration.ofSeconds(10);

  private final Supplier<Report> examination;
  private final Clock clock;
  private volatile Optional<Report> latest = Optional.empty();
  private volatile boolean issuerConfirmed;

  CachedDiagnostics(Supplier<Report> examination, Clock clock) {
    this.examination = examination;
    this.clock = clock;
  }

  Optional<Report> latest() {
    return latest;
  }

  /**
   * Whether the issuer called itself what the settings call it when its metadata were read last.
   */
  boolean isIssuerConfirmed() {
    return issuerConfirmed;
  }

  /** What was found less than a minute ago, or what is found now. */
  synchronized Report current() {
    return latest.filter(report -> isYounger(report, PAUSE)).orElseGet(this::again);
  }

  /** What is found now, however short the pause. */
  synchronized Report again() {
    Report report = examination.get();
    if (!report.hasProblem(Diagnostics.ISSUER)) {
      issuerConfirmed = !report.hasProblem(Diagnostics.ISSUER_METADATA);
    }
    latest = Optional.of(report);
    return report;
  }

  /** Whether it is too early to look again for the issuer. */
  boolean isRecent() {
    return latest.filter(report -> isYounger(report, SHORT_PAUSE)).isPresent();
  }

  private boolean isYounger(Report report, Duration pause) {
    Duration age = Duration.between(report.at(), clock.instant());
    return !age.isNegative() && age.compareTo(pause) < 0;
  }
}
