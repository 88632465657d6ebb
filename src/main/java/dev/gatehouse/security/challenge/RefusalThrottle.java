package dev.gatehouse.security.challenge;

import dev.gatehouse.log.RateLimitedLines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Says why callers were refused, but no more than an operator can read: a few lines a minute for
 * each reason, and then one line with the numbers of the others.
 */
final class RefusalThrottle {
  static final int LINES = 5;
  static final Duration LATELY = Duration.ofHours(1);
  private static final int MOST_REASONS = 100;

  private final Clock clock;
  private final Consumer<String> log;
  private final RateLimitedLines<String> lines;
  private final Map<String, Latest> latest = new ConcurrentHashMap<>();

  private record Latest(Instant at, String detail) {}

  RefusalThrottle(Clock clock, Consumer<String> log) {
    this.clock = clock;
    this.log = log;
    lines =
        new RateLimitedLines<>(
            clock,
            new RateLimitedLines.Bounds<>(LINES, MOST_REASONS, reason -> "others"),
            this::tellRest);
  }

  /** The reasons must be few and ours; the detail may quote values from outside, cut. */
  void refused(String reason, String detail) {
    latest.put(reason, new Latest(clock.instant(), detail));
    String text = detail.isEmpty() ? "" : ": " + detail;
    lines.write(reason, () -> log.accept("Refused " + reason + text));
  }

  /** Writes the numbers of the minute that is over, if something was left out in it. */
  void sumUp() {
    lines.sumUp();
  }

  /** The detail of a refusal within the last hour. */
  Optional<String> lately(String reason) {
    return Optional.ofNullable(latest.get(reason))
        .filter(seen -> Duration.between(seen.at, clock.instant()).compareTo(LATELY) < 0)
        .map(Latest::detail);
  }

  private void tellRest(RateLimitedLines.Rest<String> rest) {
    log.accept(
        new TreeMap<>(rest.counts())
            .entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(
                    Collectors.joining(", ", "Refused more since " + rest.since() + ": ", "")));
  }
}
