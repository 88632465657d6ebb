package dev.gatehouse.run.bench;

import dev.gatehouse.run.bench.Usage.Used;

/**
 * One case of one server in one round.
 *
 * @param calibration milliseconds of the same loop, before and after it in the mean
 */
record Measurement(
    String subject, Case what, int round, Driven driven, Used used, double calibration) {

  /** Without the JIT compilers. */
  double cpuMillis() {
    return used.netMillis() / Math.max(1, driven.right());
  }

  double allocatedKilobytes() {
    return used.allocatedBytes() / 1024.0 / Math.max(1, driven.right());
  }
}
