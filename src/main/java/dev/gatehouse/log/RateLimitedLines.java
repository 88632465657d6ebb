package dev.gatehouse.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes a few lines of each kind in a minute, and then how many more there were. */
public final class RateLimitedLines<K> {
  public static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Bounds<K> bounds;
  private final Consumer<Rest<K>> summary;
  private final Map<K, Integer> counts = new HashMap<>();
  private Instant since;

  /**
   * How much is written.
   *
   * @param few lines of each kind in a minute
   * @param mostKinds how many kinds are told apart in a minute
   * @param beyond of which kind one is that is not told apart; there must be few of these
   */
  public record Bounds<K>(int few, int mostKinds, UnaryOperator<K> beyond) {}

  /**
   * How many were left out of each kind, never of none.
   *
   * @param since the begin of the minute
   */
  public record Rest<K>(Instant since, Map<K, Integer> counts) {
    public Rest {
      counts = Map.copyOf(counts);
    }
  }

  /**
   * Begins now.
   *
   * @param summary writes what was left out in a minute that is over
   */
  public RateLimitedLines(Clock clock, Bounds<K> bounds, Consumer<Rest<K>> summary) {
    this.clock = clock;
    this.bounds = bounds;
    this.summary = summary;
    since = clock.instant();
  }

  /** Writes a line, or counts it. */
  public void write(K kind, Runnable line) {
    sumUp();
    if (passes(kind)) {
      line.run();
    }
  }

  /** Writes what was left out in the minute that is over, once; for every now and then. */
  public void sumUp() {
    rest().ifPresent(summary);
  }

  private synchronized boolean passes(K kind) {
    boolean known = counts.size() < bounds.mostKinds() || counts.containsKey(kind);
    K counted = known ? kind : bounds.beyond().apply(kind);
    return counts.merge(counted, 1, Integer::sum) <= bounds.few();
  }

  private synchronized Optional<Rest<K>> rest() {
    Instant now = clock.instant();
    Duration age = Duration.between(since, now);
    if (!age.isNegative() && age.compareTo(MINUTE) < 0) {
      return Optional.empty();
    }
    Map<K, Integer> more =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > bounds.few())
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() - bounds.few()));
    Rest<K> rest = new Rest<>(since, more);
    counts.clear();
    since = now;
    return more.isEmpty() ? Optional.empty() : Optional.of(rest);
  }
}
