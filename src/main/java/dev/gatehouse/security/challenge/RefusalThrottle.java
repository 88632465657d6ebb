package dev.gatehouse.security.challenge;

import dev.gatehouse.log.RateLimitedCounter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Says why callers were refused, but no more than an operator can read: a few lines a minute for
 * each reason, and then one line with the numbers of the others.
 */
final class RefusalThrottle {
  static final int LINES = 5;
  static final Duration MINUTE = RateLimitedCounter.MINUTE;
  static final Duration LATELY = Duration.ofHours(1);

  private final Clock clock;
  private final Consumer<String> log;
  private final RateLimitedCounter<String> tally;
  private final Map<String, Latest> latest = new TreeMap<>();
  private boolean leftOut;

  private record Latest(Instant at, String detail) {}

  RefusalThrottle(Clock clock, Consumer<String> log) {
    this.clock = clock;
    this.log = log;
    tally = new RateLimitedCounter<>(clock, LINES, Integer.MAX_VALUE);
  }

  /**
   * The reasons must be few and ours; the detail may quote values from outside, cut. True if this
   * is the first in a while without a line of its own, so that {@link #tick} is due in a minute.
   */
  boolean refused(String reason, String detail) {
    String text = detail.isEmpty() ? "" : ": " + detail;
    List<String> lines = new ArrayList<>();
    boolean first = false;
    synchronized (this) {
      summary().ifPresent(lines::add);
      latest.put(reason, new Latest(clock.instant(), detail));
      if (tally.passes(reason)) {
        lines.add("Refused " + reason + text);
      } else {
        first = !leftOut;
        leftOut = true;
      }
    }
    lines.forEach(log);
    return first;
  }

  /** Writes the numbers of the minute that is over, if something was left out in it. */
  void tick() {
    Optional<String> line;
    synchronized (this) {
      line = summary();
    }
    line.ifPresent(log);
  }

  /** The detail of a refusal within the last hour. */
  synchronized Optional<String> lately(String reason) {
    return Optional.ofNullable(latest.get(reason))
        .filter(seen -> Duration.between(seen.at, clock.instant()).compareTo(LATELY) < 0)
        .map(Latest::detail);
  }

  private Optional<String> summary() {
    return tally.rest().map(this::line);
  }

  private String line(RateLimitedCounter.Rest<String> rest) {
    leftOut = false;
    return new TreeMap<>(rest.counts())
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", "Refused more since " + rest.since() + ": ", ""));
  }
}
