package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Ledger.Fate;
import dev.gatehouse.run.load.Sampler.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one run found.
 *
 * @param todos how many todos were read back in the end
 * @param errors how many errors the surviving node logged, by logger
 * @param warmUpTrouble unexpected answers before the load
 * @param sameProcess whether the surviving node did survive
 */
record LoadResult(
    String server,
    Duration length,
    Scene scene,
    Failures failures,
    List<Sample> samples,
    Rest before,
    Rest after,
    long todos,
    Map<String, Long> errors,
    long warmUpTrouble,
    boolean sameProcess) {
  static final int MORE_THREADS = 5;
  static final int MORE_MEGABYTES = 10;
  static final int MORE_SOCKETS = 2;
  static final int MORE_FILES = 5;
  static final int MORE_OBJECTS = 2;
  private static final int MOST_KILLS = 4;

  LoadResult {
    samples = List.copyOf(samples);
    errors = Map.copyOf(errors);
  }

  /** A condition, and what was found. */
  record Check(boolean good, String condition, String found) {
    @Override
    public String toString() {
      return (good ? "yes  " : "NO   ") + condition + ": " + found;
    }
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    Tally tally = scene.tally();
    Ledger ledger = scene.ledger();
    long accepted = ledger.count(Fate.ACCEPTED);
    checks.add(
        new Check(
            tally.wrongWrites() == 0 && accepted > 0,
            "Every accepted write is in the store, once, as it was sent; no refused one is",
            "%d accepted, %d refused, %d without an answer; wrong: %d"
                .formatted(
                    accepted,
                    ledger.count(Fate.REFUSED),
                    ledger.count(Fate.UNKNOWN),
                    tally.wrongWrites())));
    checks.add(
        new Check(
            tally.unexpected() + warmUpTrouble == 0,
            "Every answer is one that the moment allows",
            "%d requests; unexpected: %d".formatted(tally.total(), tally.unexpected())));
    Map<String, Long> ghosts = tally.outcomes().getOrDefault("an unknown key id", Map.of());
    checks.add(
        new Check(
            ghosts.containsKey("503"),
            "The issuer's failures were felt",
            "an unknown key id was answered " + ghosts));
    int least = length.toMinutes() < 10 ? 1 : MOST_KILLS;
    checks.add(
        new Check(
            failures.kills() >= least && sameProcess,
            "The sibling was killed and came back, the other node lived on",
            failures.kills() + " times"));
    limit(checks, "Threads", before.usage().threads(), after.usage().threads(), MORE_THREADS);
    limit(
        checks,
        "Heap in KB",
        before.usage().heapKilobytes(),
        after.usage().heapKilobytes(),
        MORE_MEGABYTES * 1024L);
    limit(checks, "Sockets", before.usage().sockets(), after.usage().sockets(), MORE_SOCKETS);
    limit(checks, "Open files", before.usage().files(), after.usage().files(), MORE_FILES);
    for (int i = 0; i < Rest.HELD.size(); i++) {
      String what = "Objects: " + Rest.HELD.get(i);
      limit(checks, what, before.held().get(i), after.held().get(i), MORE_OBJECTS);
    }
    return checks;
  }

  private static void limit(List<Check> checks, String what, long before, long after, long more) {
    checks.add(
        new Check(
            after <= before + more,
            what + " as before, or %d more".formatted(more),
            before + " before, " + after + " after"));
  }
}
