package dev.gatehouse.limits;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * So many in a minute, for each key: a bucket that holds a minute's worth and refills steadily. All
 * that is kept of a bucket is when it will be full again; one that is full is forgotten.
 */
final class RateLimit {
  static final int MOST_KEYS = 100_000;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final Object OTHERS = new Object();

  private final int perMinute;
  private final LongSupplier nanoTime;
  private final Map<Object, Long> fullAt = new ConcurrentHashMap<>();

  /** A limit of 0 is none. */
  RateLimit(int perMinute, LongSupplier nanoTime) {
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
  }

  /** Zero when one was taken; else how long to wait for it. Too many keys share one bucket. */
  Duration take(Object key) {
    if (perMinute == 0) {
      return Duration.ZERO;
    }
    boolean known = fullAt.size() < MOST_KEYS || fullAt.containsKey(key);
    long interval = MINUTE / perMinute;
    long now = nanoTime.getAsLong();
    long[] wait = {0};
    fullAt.compute(
        known ? key : OTHERS,
        (sameKey, before) -> {
          // Nano times are compared by their difference only.
          long start = before == null || before - now < 0 ? now : before;
          wait[0] = Math.max(0, start + interval - now - MINUTE);
          return wait[0] == 0 ? start + interval : before;
        });
    return Duration.ofNanos(wait[0]);
  }

  /** Forgets the buckets that are full; for every now and then. */
  void sweep() {
    long now = nanoTime.getAsLong();
    fullAt.values().removeIf(time -> time - now <= 0);
  }

  int size() {
    return fullAt.size();
  }
}
