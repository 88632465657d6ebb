package dev.gatehouse.run.bench;

import dev.gatehouse.run.bench.Usage.Used;
import java.io.IOException;

/**
 * Load of one case until the JIT compilers have next to nothing left to do, or until there is no
 * more time. What they compiled for one case, they compile again for the next.
 *
 * @param jitShare what they took of the CPU in the end
 */
record WarmUp(double seconds, double jitShare) {
  /** Up to this share, a server is warm. */
  static final double WARM = 0.02;

  /** Above this share, a case was not measured warm. */
  static final double NEARLY_WARM = 0.05;

  private static final int LEAST_SLICES = 2;
  private static final double SLICE = 1.5;

  /** What is driven meanwhile. */
  @FunctionalInterface
  interface Load {
    void drive(double seconds) throws IOException, InterruptedException;
  }

  static WarmUp of(Observed observed, Load load, double most)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    for (int slice = 1; ; slice++) {
      Usage before = observed.before();
      load.drive(Math.min(SLICE, most));
      Used used = observed.after().since(before);
      double seconds = (System.nanoTime() - begin) / 1e9;
      boolean warm = slice >= LEAST_SLICES && used.jitShare() <= WARM;
      if (warm || seconds >= most) {
        return new WarmUp(seconds, used.jitShare());
      }
    }
  }

  /** Both together, with the share of the less warm one. */
  WarmUp and(WarmUp other) {
    return new WarmUp(seconds + other.seconds, Math.max(jitShare, other.jitShare));
  }
}
