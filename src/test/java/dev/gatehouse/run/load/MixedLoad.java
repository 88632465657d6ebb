package dev.gatehouse.run.load;

import dev.gatehouse.support.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A mixed load on two nodes while the issuer fails, keys are rotated and one node is killed. Exits
 * with 0 when no accepted write was lost, nothing unexpected was answered, and the other node holds
 * what it held before.
 */
public final class MixedLoad {
  private static final int CALLERS = 16;
  private static final int CACHED_TOKENS = 1100;
  private static final int WARM_UP_PART = 5;

  private MixedLoad() {}

  /** Arguments: the WAR, the minutes, the folder of the page, the server's name and version. */
  public static void main(String[] args) throws Exception {
    // Below the 30 seconds after which the server closes, lest both do at once.
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    ServerProcess.endWithParent();
    Path war = Path.of(args[0]).toAbsolutePath();
    Duration length = Duration.ofMinutes(Long.parseLong(args[1]));
    LoadResult result;
    try (Cluster cluster = Cluster.install(war, Path.of("target", "load"))) {
      cluster.start();
      result = run(cluster, length, args[3]);
    }
    LoadPage.write(result, Path.of(args[2]));
    result.checks().forEach(System.out::println);
    boolean good = result.checks().stream().allMatch(LoadResult.Check::good);
    System.out.println(good ? "The load test passed" : "The load test FAILED");
    System.exit(good ? 0 : 1);
  }

  private static LoadResult run(Cluster cluster, Duration length, String server) throws Exception {
    Ledger ledger = new Ledger();
    Scene warm = scene(cluster, new Tally(), ledger);
    System.out.println("Warming up");
    fillTokenCache(warm);
    drive(warm, () -> Thread.sleep(length.dividedBy(WARM_UP_PART).toMillis()));
    Rest before = Rest.of(warm);
    warm.tally().examples().forEach(System.out::println);

    Scene scene = scene(cluster, new Tally(), ledger);
    Store store = new Store(scene);
    Failures failures = new Failures(scene, store);
    Sampler sampler = new Sampler(scene, pause(length));
    Thread sampling = new Thread(sampler, "sampler");
    long pid = cluster.survivor.pid();
    long kept =
        drive(
            scene,
            () -> {
              sampling.start();
              failures.run(length);
            });
    sampling.interrupt();
    sampling.join();
    store.check();
    Rest after = Rest.of(scene);
    return new LoadResult(
        server,
        length,
        scene,
        failures,
        sampler.samples(),
        before,
        after,
        kept,
        cluster.survivor.errors(),
        warm.tally().unexpected(),
        pid == cluster.survivor.pid());
  }

  private static Duration pause(Duration length) {
    return Duration.ofSeconds(Math.max(3, Math.min(30, length.toSeconds() / 20)));
  }

  private static Scene scene(Cluster cluster, Tally tally, Ledger ledger) {
    return new Scene(cluster.survivor, cluster.sibling, cluster.issuer, tally, ledger);
  }

  // It holds the latest thousand, which would look like a leak while it fills.
  private static void fillTokenCache(Scene scene) throws InterruptedException {
    for (int i = 0; i < CACHED_TOKENS; i++) {
      Token token = scene.issuer().token("usr_load_warm", UnaryOperator.identity());
      Message list = Message.modern("tools/list");
      scene.send("warm-up", scene.survivor(), token, list, Scene.OK);
    }
  }

  @FunctionalInterface
  private interface Deed {
    void run() throws Exception;
  }

  /** Lets the callers call meanwhile; how many todos were there in the end, as they had to be. */
  private static long drive(Scene scene, Deed meanwhile) throws Exception {
    List<Caller> callers =
        IntStream.range(0, CALLERS).mapToObj(number -> new Caller(scene, number)).toList();
    List<Thread> threads = new ArrayList<>();
    for (Caller caller : callers) {
      threads.add(new Thread(caller, caller.subject()));
    }
    threads.forEach(Thread::start);
    try {
      meanwhile.run();
    } finally {
      callers.forEach(Caller::stop);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long kept = 0;
    for (Caller caller : callers) {
      kept += caller.finish();
    }
    return kept;
  }
}
