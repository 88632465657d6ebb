package dev.gatehouse.run.bench;

import java.util.Arrays;

/**
 * What clients got in a while.
 *
 * @param right how many right answers
 * @param wrong how many other ones
 * @param broken how many connections broke
 * @param bytes of all bodies
 * @param nanos how long it was
 * @param latencies of all answers, in nanoseconds, the shortest first
 */
record Driven(long right, long wrong, long broken, long bytes, long nanos, long[] latencies) {

  Driven {
    latencies = latencies.clone();
    Arrays.sort(latencies);
  }

  boolean isGood() {
    return right > 0 && wrong == 0 && broken == 0;
  }

  double perSecond() {
    return right * 1e9 / nanos;
  }

  double bytesPerAnswer() {
    return (double) bytes / Math.max(1, right);
  }

  /** The latency in milliseconds that this part of the answers did not exceed. */
  double millis(double part) {
    if (latencies.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(part * latencies.length) - 1;
    return latencies[Math.max(0, rank)] / 1e6;
  }
}
