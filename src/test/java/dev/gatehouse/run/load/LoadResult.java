package dev.gatehouse.run.load;

import dev.gatehouse.run.load.Ledger.Fate;
import dev.gatehouse.run.load.Rest.AtNode;
import dev.gatehouse.run.load.Sampler.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one run found.
 *
 * @param servers with their versions
 * @param todos how many todos were read back in the end
 * @param clients how many there were
 * @param warmUpTrouble unexpected answers before the load
 */
record LoadResult(
    List<String> servers,
    Duration length,
    Scene scene,
    Failures failures,
    List<Sample> samples,
    Rest before,
    Rest after,
    long todos,
    int clients,
    long warmUpTrouble) {
  static final int MORE_THREADS = 8;
  static final int MORE_MEGABYTES = 10;
  static final int MORE_SOCKETS = 2;
  static final int MORE_FILES = 5;
  static final int MORE_OBJECTS = 2;
  static final int MORE_CONNECTIONS = 4;

  LoadResult {
    servers = List.copyOf(servers);
    samples = List.copyOf(samples);
  }

  /** A condition, and what was found. */
  record Check(boolean good, String condition, String found) {
    @Override
    public String toString() {
      return (good ? "yes  " : "NO   ") + condition + ": " + found;
    }
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>(answers());
    checks.addAll(failed());
    checks.addAll(clientsOfStreams());
    after.nodes().forEach((name, node) -> checks.addAll(leftAt(name, node)));
    checks.addAll(rows());
    return checks;
  }

  private List<Check> answers() {
    Tally tally = scene.tally();
    Ledger ledger = scene.ledger();
    long accepted = ledger.count(Fate.ACCEPTED);
    long lasted = outcome("a session that lasted from beginning to end", "200");
    return List.of(
        new Check(
            tally.wrongWrites() == 0 && accepted > 0,
            "Every accepted write is there, once, as it was sent; no refused one is",
            "%d notes accepted, %d refused, %d without an answer, %d todos read back in the end; wrong: %d"
                .formatted(
                    accepted,
                    ledger.count(Fate.REFUSED),
                    ledger.count(Fate.UNKNOWN),
                    todos,
                    tally.wrongWrites())),
        new Check(
            tally.unexpected() + warmUpTrouble == 0,
            "Every answer is one that the moment allows",
            "%d requests; unexpected: %d".formatted(tally.total(), tally.unexpected())),
        new Check(
            lasted == clients,
            "No client had to log in again: tokens and sessions of the beginning were good in the end",
            lasted + " of " + clients + " sessions"));
  }

  private long outcome(String kind, String outcome) {
    return scene.tally().outcomes().getOrDefault(kind, Map.of()).getOrDefault(outcome, 0L);
  }

  private List<Check> failed() {
    Store store = scene.cluster().store;
    Map<String, Long> ghosts = scene.tally().outcomes().getOrDefault("an unknown key id", Map.of());
    return List.of(
        new Check(
            failures.kills() == failures.plannedKills() && failures.areAllBack(),
            "Nodes were killed in turn, and came back",
            failures.kills() + " times"),
        new Check(
            store.goneOn() > 0 && store.refused() > 0,
            "While the database was away, calls that need no data went on, and others got 503 with Retry-After",
            "%d went on, %d got 503".formatted(store.goneOn(), store.refused())),
        new Check(
            ghosts.containsKey("503"),
            "The issuer's failures were felt",
            "an unknown key id was answered " + ghosts));
  }

  private List<Check> clientsOfStreams() {
    long resumed = outcome("a resumed call", "200");
    long tasks = outcome("a task", "completed");
    long slow = outcome("a reader of a byte a second", "200");
    return List.of(
        new Check(
            failures.silentStreams() >= failures.plannedStreams() && failures.streamsBack() > 0,
            "Silent streams listened at one node, and came back at another when it died",
            "%d at once, %d came back".formatted(failures.silentStreams(), failures.streamsBack())),
        new Check(
            resumed > 0 && tasks > 0 && slow > 0,
            "There were calls that were resumed, tasks, and readers of a byte a second",
            "%d, %d, %d".formatted(resumed, tasks, slow)));
  }

  private List<Check> leftAt(String name, AtNode now) {
    AtNode then = before.nodes().get(name);
    Usage old = then.usage();
    Usage usage = now.usage();
    List<Check> checks = new ArrayList<>();
    limit(checks, name + ": threads", old.threads(), usage.threads(), MORE_THREADS);
    limit(
        checks,
        name + ": heap in KB",
        old.heapKilobytes(),
        usage.heapKilobytes(),
        MORE_MEGABYTES * 1024L);
    limit(checks, name + ": sockets", old.sockets(), usage.sockets(), MORE_SOCKETS);
    limit(
        checks,
        name + ": connections to the database",
        old.connections(),
        usage.connections(),
        MORE_CONNECTIONS);
    limit(checks, name + ": other open files", old.files(), usage.files(), MORE_FILES);
    for (String type : Rest.HELD) {
      String what = name + ": objects of `" + type + "`";
      limit(checks, what, then.held(type), now.held(type), MORE_OBJECTS);
    }
    return checks;
  }

  // A node that was killed has left its row until the others miss it; so there is one for each.
  private List<Check> rows() {
    List<Check> checks = new ArrayList<>();
    after
        .rows()
        .forEach(
            (table, count) -> {
              long then = before.rows().get(table);
              long least = table.equals(Rest.NODES) ? before.nodes().size() : then;
              limit(checks, "rows of `" + table + "`", Math.max(then, least), count, 0);
            });
    return checks;
  }

  private static void limit(List<Check> checks, String what, long before, long after, long more) {
    checks.add(
        new Check(
            after <= before + more,
            what + " as before" + (more > 0 ? ", or %d more".formatted(more) : ""),
            before + " before, " + after + " after"));
  }
}
