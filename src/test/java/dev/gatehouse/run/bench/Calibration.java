package dev.gatehouse.run.bench;

import java.lang.management.ManagementFactory;

/** What CPU time is worth just now: other work on the same cores makes the same loop dearer. */
final class Calibration {
  private static final int STEPS = 8_000_000;

  private Calibration() {}

  /** Milliseconds of CPU that a fixed loop takes. */
  static double millis() {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    int[] memory = new int[4096];
    int x = 1;
    for (int i = 0; i < STEPS; i++) {
      x = x * 31 + i;
      memory[(x >>> 7) & 4095] += x;
    }
    // So that it is not left out.
    return (threads.getCurrentThreadCpuTime() - begin + (memory[x & 4095] == 1 ? 1 : 0)) / 1e6;
  }
}
