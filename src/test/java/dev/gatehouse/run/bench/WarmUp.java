package dev.gatehouse.run.bench;

import dev.gatehouse.run.bench.Usage.Used;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Load until the JIT compilers have next to nothing left to do, or until there is no more time. On
 * few processors they come to nothing beside the load, so each pass lets them catch up.
 *
 * @param jitShare what they took of the CPU in the last pass
 */
record WarmUp(double seconds, double jitShare) {
  /** Up to this share, a server is warm. */
  static final double WARM = 0.02;

  /** Above this share, a case was not measured warm. */
  static final double NEARLY_WARM = 0.05;

  private static final int LEAST_PASSES = 3;
  private static final double SHORTEST = 0.5;
  private static final double LONGEST = 1.5;

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int MOST_LOOKS = 40;
  private static final double IDLE = 0.1;

  /** What is driven meanwhile. */
  @FunctionalInterface
  interface Load {
    Driven drive(Case what, double seconds) throws IOException, InterruptedException;
  }

  /** Passes over all cases. */
  static WarmUp of(Observed observed, Load load, List<Case> cases, Options options)
      throws IOException, InterruptedException {
    double slice =
        Math.max(SHORTEST, Math.min(LONGEST, options.warmUp() / LEAST_PASSES / cases.size()));
    long begin = System.nanoTime();
    for (int pass = 1; ; pass++) {
      Usage before = observed.before();
      for (Case what : cases) {
        load.drive(what, slice);
      }
      Used used = observed.after().since(before);
      letCompile(observed);
      double seconds = (System.nanoTime() - begin) / 1e9;
      boolean warm = pass >= LEAST_PASSES && used.jitShare() <= WARM;
      if (warm || seconds >= options.warmUp()) {
        return new WarmUp(seconds, used.jitShare());
      }
    }
  }

  private static void letCompile(Observed observed) throws IOException, InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      double before = observed.jitMillis();
      Thread.sleep(LOOK.toMillis());
      if (observed.jitMillis() - before < IDLE * LOOK.toMillis()) {
        return;
      }
    }
  }
}
