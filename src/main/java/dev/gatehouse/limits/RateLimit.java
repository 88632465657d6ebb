package dev.gatehouse.limits;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * So many in a minute, for each key: a bucket that holds a minute's worth and refills steadily. All
 * that is kept of a bucket is when it will be full again, and what its last taker was told; one
 * that is full is forgotten.
 */
final class RateLimit {
  static final int MOST_KEYS = 100_000;

  private static final long MINUTE = Bucket.DEPTH.toNanos();
  private static final long MOST_CHARGED = 1_000_000;
  private static final Object OTHERS = new Object();

  private final int perMinute;
  private final LongSupplier nanoTime;
  private final int mostUntold;
  private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();

  /** A limit of 0 is none. */
  RateLimit(int perMinute, LongSupplier nanoTime) {
    this(perMinute, nanoTime, false);
  }

  private RateLimit(int perMinute, LongSupplier nanoTime, boolean shared) {
    this.perMinute = perMinute;
    this.nanoTime = nanoTime;
    // What is older than a minute has been refilled.
    this.mostUntold = shared ? perMinute : 0;
  }

  /** One of several that are to be told what this one has given. */
  static RateLimit shared(int perMinute, LongSupplier nanoTime) {
    return new RateLimit(perMinute, nanoTime, true);
  }

  /** Zero when one was taken; else how long to wait for it. Too many keys share one bucket. */
  Duration take(Object key) {
    if (perMinute == 0) {
      return Duration.ZERO;
    }
    long now = nanoTime.getAsLong();
    return change(key, now, bucket -> bucket.take(MINUTE / perMinute, now, mostUntold)).toWait();
  }

  private Bucket change(Object key, long now, UnaryOperator<Bucket> change) {
    boolean known = buckets.size() < MOST_KEYS || buckets.containsKey(key);
    return buckets.compute(
        known ? key : OTHERS,
        (sameKey, before) -> change.apply(Optional.ofNullable(before).orElse(Bucket.full(now))));
  }

  /** How many were taken of each key that is a text and were not told; those with most first. */
  Map<String, Integer> untold(int keys) {
    Map<String, Integer> untold = new LinkedHashMap<>();
    buckets.entrySet().stream()
        .filter(entry -> entry.getKey() instanceof String && entry.getValue().untold() > 0)
        .map(entry -> Map.entry((String) entry.getKey(), entry.getValue().untold()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(keys)
        .forEach(entry -> untold.put(entry.getKey(), entry.getValue()));
    return untold;
  }

  /** Has the others know of these. */
  void told(Map<String, Integer> taken) {
    taken.forEach(
        (key, count) -> buckets.computeIfPresent(key, (same, bucket) -> bucket.told(count)));
  }

  /** Takes what another has given; more than there is must be waited for. */
  void charge(String key, int count) {
    if (perMinute > 0 && count > 0) {
      long now = nanoTime.getAsLong();
      long refills = Math.min(count, MOST_CHARGED) * (MINUTE / perMinute);
      change(key, now, bucket -> bucket.charge(refills, now));
    }
  }

  /** Forgets the buckets that are full; for every now and then. */
  void sweep() {
    long now = nanoTime.getAsLong();
    buckets.values().removeIf(bucket -> bucket.isFull(now) && bucket.untold() == 0);
  }

  int size() {
    return buckets.size();
  }
}
