package dev.gatehouse.limits;

import java.time.Duration;

/**
 * What is kept of a bucket.
 *
 * @param fullAt when it will be full again; nano times are compared by their difference only
 * @param toWait what its last taker was told
 * @param untold how many were taken that others were not told of
 */
record Bucket(long fullAt, Duration toWait, int untold) {
  /** How long it takes to fill an empty one. */
  static final Duration DEPTH = Duration.ofMinutes(1);

  private static final long LONGEST_DEBT = Duration.ofHours(1).toNanos();

  static Bucket full(long now) {
    return new Bucket(now, Duration.ZERO, 0);
  }

  boolean isFull(long now) {
    return fullAt - now <= 0;
  }

  /** With one less in it; the same, and how long to wait for one, if it is empty. */
  Bucket take(long refill, long now, int mostUntold) {
    long fullLater = (isFull(now) ? now : fullAt) + refill;
    long wait = fullLater - now - DEPTH.toNanos();
    return wait > 0
        ? new Bucket(fullAt, Duration.ofNanos(wait), untold)
        : new Bucket(fullLater, Duration.ZERO, Math.min(untold + 1, mostUntold));
  }

  /** With what takes so long to refill less in it, or owed to it. */
  Bucket charge(long refills, long now) {
    long missing = (isFull(now) ? 0 : fullAt - now) + refills;
    return new Bucket(now + Math.min(missing, LONGEST_DEBT), toWait, untold);
  }

  Bucket told(int taken) {
    return new Bucket(fullAt, toWait, untold - taken);
  }
}
