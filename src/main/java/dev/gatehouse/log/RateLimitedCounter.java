package dev.gatehouse.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets a few of each kind pass in a minute, and counts the others. */
public final class RateLimitedCounter<K> {
  public static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock clock;
  private final int few;
  private final int mostKinds;
  private final Map<K, Integer> counts = new HashMap<>();
  private Instant since;

  /**
   * How many were left out of each kind.
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
   * @param mostKinds how many kinds are told apart in a minute
   */
  public RateLimitedCounter(Clock clock, int few, int mostKinds) {
    this.clock = clock;
    this.few = few;
    this.mostKinds = mostKinds;
    since = clock.instant();
  }

  /** Counts one, of the few that pass or of the others. Ask for {@link #rest} before. */
  public boolean passes(K kind) {
    return passes(kind, kind);
  }

  /** The same, of one of few other kinds if there are too many to tell apart. */
  public synchronized boolean passes(K kind, K otherwise) {
    boolean known = counts.size() < mostKinds || counts.containsKey(kind);
    return counts.merge(known ? kind : otherwise, 1, Integer::sum) <= few;
  }

  /** What was left out in the minute that is over, told once; empty if nothing was. */
  public synchronized Optional<Rest<K>> rest() {
    Instant now = clock.instant();
    Duration age = Duration.between(since, now);
    if (!age.isNegative() && age.compareTo(MINUTE) < 0) {
      return Optional.empty();
    }
    Map<K, Integer> more =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > few)
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() - few));
    Rest<K> rest = new Rest<>(since, more);
    counts.clear();
    since = now;
    return more.isEmpty() ? Optional.empty() : Optional.of(rest);
  }
}
