package dev.gatehouse.run.bench;

import java.util.Map;

/**
 * What a process has used so far.
 *
 * @param cpuMillis all of its threads, in user and in kernel mode
 * @param jitMillis those of the JIT compilers
 * @param allocated bytes of each live thread of Java
 */
record Usage(double cpuMillis, double jitMillis, Map<Long, Long> allocated) {
  Usage {
    allocated = Map.copyOf(allocated);
  }

  /** Between the two; what threads allocated that are gone is not in it. */
  Used since(Usage before) {
    long bytes =
        allocated.entrySet().stream()
            .mapToLong(
                thread -> thread.getValue() - before.allocated.getOrDefault(thread.getKey(), 0L))
            .sum();
    return new Used(cpuMillis - before.cpuMillis, jitMillis - before.jitMillis, bytes);
  }

  /** What a process used in a while. */
  record Used(double cpuMillis, double jitMillis, long allocatedBytes) {
    double netMillis() {
      return cpuMillis - jitMillis;
    }

    /** Of all CPU, from 0 to 1. */
    double jitShare() {
      return cpuMillis <= 0 ? 0 : jitMillis / cpuMillis;
    }
  }
}
