package dev.gatehouse.limits;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * So many in a minute, for each key: a bucket that holds a minute's worth and refills steadily. All
 * that is kept of a bucket is when it will be full again, and what its last taker was told; one
 * that is full is forgotten.
 */
final class RateLimit {
  static final int MOST_KEYS = 100_000;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final Object OTHERS = new Object();

  private final int perMinute;
  private final LongSupplier nanoTime;
  private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();

  // Nano times are compared by their difference only.
  private record Bucket(long fullAt, Duration toWait) {
    static Bucket full(long now) {
      return new Bucket(now, Duration.ZERO);
    }

    boolean isFull(long now) {
      return fullAt - now <= 0;
    }

    /** With one less in it; the same, and how long to wait for one, if it is empty. */
    Bucket take(long refill, long now) {
      long fullLater = (isFull(now) ? now : fullAt) + refill;
      long wait = fullLater - now - MINUTE;
      return wait > 0
          ? new Bucket(fullAt, Duration.ofNanos(wait))
          : new Bucket(fullLater, Duration.ZERO);
    }
  }

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
    boolean known = buckets.size() < MOST_KEYS || buckets.containsKey(key);
    long now = nanoTime.getAsLong();
    return buckets.compute(
            known ? key : OTHERS,
            (sameKey, before) ->
                Optional.ofNullable(before).orElse(Bucket.full(now)).take(MINUTE / perMinute, now))
        .toWait;
  }

  /** Forgets the buckets that are full; for every now and then. */
  void sweep() {
    long now = nanoTime.getAsLong();
    buckets.values().removeIf(bucket -> bucket.isFull(now));
  }

  int size() {
    return buckets.size();
  }
}
