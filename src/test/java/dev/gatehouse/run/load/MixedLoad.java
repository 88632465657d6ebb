package dev.gatehouse.run.load;

import dev.gatehouse.run.cluster.Member;
import dev.gatehouse.run.maven.Titles;
import dev.gatehouse.support.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A mixed load on three nodes while they are killed in turn, the database and the issuer fail, keys
 * are rotated and the balancer is reloaded. Exits with 0 when no accepted write was lost or
 * doubled, nothing unexpected was answered, and all hold what they held before.
 */
public final class MixedLoad {
  private static final int CALLERS = 16;
  private static final int CACHED_TOKENS = 1100;
  private static final int WARM_UP_PART = 5;

  private MixedLoad() {}

  /** Arguments: the WAR, the minutes, the folder of the page. */
  public static void main(String[] args) throws Exception {
    // Below the 10 seconds after which HAProxy closes, lest both do at once.
    System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    ServerProcess.endWithParent();
    Path war = Path.of(args[0]).toAbsolutePath();
    Duration length = Duration.ofMinutes(Long.parseLong(args[1]));
    LoadResult result;
    try (Cluster cluster = Cluster.install(war, Path.of("target", "load"))) {
      cluster.start();
      result = run(cluster, length);
    }
    LoadPage.write(result, Path.of(args[2]));
    result.checks().forEach(System.out::println);
    boolean good = result.checks().stream().allMatch(LoadResult.Check::good);
    System.out.println(good ? "The load test passed" : "The load test FAILED");
    System.exit(good ? 0 : 1);
  }

  private static LoadResult run(Cluster cluster, Duration length) throws Exception {
    Ledger ledger = new Ledger();
    Scene warm = new Scene(cluster, new Tally(), ledger);
    System.out.println("Warming up");
    fillTokenCaches(warm);
    drive(warm, () -> Thread.sleep(length.dividedBy(WARM_UP_PART).toMillis()));
    Rest before = Rest.of(cluster);
    warm.tally().examples().forEach(System.out::println);

    Scene scene = new Scene(cluster, new Tally(), ledger);
    Failures failures = new Failures(scene, length);
    Sampler sampler = new Sampler(scene, pause(length));
    Thread sampling = new Thread(sampler, "sampler");
    long todos =
        drive(
            scene,
            () -> {
              sampling.start();
              failures.run();
            });
    sampling.interrupt();
    sampling.join();
    cluster.store.check(ledger).forEach(wrong -> scene.tally().wrongWrite("the ledger", wrong));
    Rest after = Rest.of(cluster);
    for (Node node : cluster.nodes) {
      node.countErrors();
    }
    List<String> servers = new ArrayList<>();
    for (String server : Member.SERVERS) {
      servers.add(Titles.ofServer(server));
    }
    return new LoadResult(
        servers,
        length,
        scene,
        failures,
        sampler.samples(),
        before,
        after,
        todos,
        CALLERS,
        warm.tally().unexpected());
  }

  private static Duration pause(Duration length) {
    return Duration.ofSeconds(Math.max(5, Math.min(20, length.toSeconds() / 20)));
  }

  // They hold the latest thousand, which would look like a leak while they fill.
  private static void fillTokenCaches(Scene scene) throws InterruptedException {
    Kind kind = Kind.free("warm-up");
    for (int i = 0; i < CACHED_TOKENS; i++) {
      Token token = scene.issuer().token("usr_load_warm", UnaryOperator.identity());
      Message list = Message.modern("tools/list");
      for (int node = 0; node < scene.cluster().nodes.size(); node++) {
        // In turn.
        scene.send(kind, token, list);
      }
    }
  }

  @FunctionalInterface
  private interface Deed {
    void run() throws Exception;
  }

  /** Lets the clients call meanwhile; how many todos were there in the end, as they had to be. */
  private static long drive(Scene scene, Deed meanwhile) throws Exception {
    List<Caller> callers =
        IntStream.range(0, CALLERS).mapToObj(number -> new Caller(scene, number)).toList();
    List<Thread> threads = new ArrayList<>();
    for (Caller caller : callers) {
      threads.add(new Thread(caller, "caller"));
    }
    Thread slow = new Thread(new SlowReaders(scene), "slow readers");
    threads.forEach(Thread::start);
    slow.start();
    try {
      meanwhile.run();
    } finally {
      callers.forEach(Caller::stop);
      slow.interrupt();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    slow.join();
    long kept = 0;
    for (Caller caller : callers) {
      kept += caller.finish();
    }
    return kept;
  }
}
