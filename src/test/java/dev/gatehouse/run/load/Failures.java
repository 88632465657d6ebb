package dev.gatehouse.run.load;

import dev.gatehouse.support.standin.KeysFault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What goes wrong while the load runs, and when. */
final class Failures {
  /** Longer runs have everything that the issue of many nodes asks for; shorter ones each once. */
  private static final Duration LONG = Duration.ofMinutes(15);

  private static final Duration KILLS = Duration.ofMinutes(3);
  private static final int FEWEST_KILLS = 3;
  private static final int MANY = 5000;
  private static final int SOME = 1000;

  /**
   * Something that happened.
   *
   * @param second since the load began
   */
  record Event(long second, String what) {}

  /** What to do when a part of the time, from 0 to 1, has passed. */
  private record Step(double part, String what, Deed deed) {}

  @FunctionalInterface
  private interface Deed {
    void run() throws Exception;
  }

  private final Scene scene;
  private final Duration length;
  private final long start = System.nanoTime();
  private final List<Event> events = new ArrayList<>();
  private final List<Thread> starting = new ArrayList<>();
  private Optional<SilentStreams> silent = Optional.empty();
  private int kills;
  private boolean allBack;

  Failures(Scene scene, Duration length) {
    this.scene = scene;
    this.length = length;
  }

  private boolean isLong() {
    return length.compareTo(LONG) >= 0;
  }

  private List<Step> steps() {
    Cluster cluster = scene.cluster();
    Issuer issuer = scene.issuer();
    String healed = "the issuer works again";
    List<Step> steps =
        new ArrayList<>(
            List.of(
                new Step(0.04, "a new key signs, the old ones stay published", issuer::rotate),
                new Step(0.12, "the issuer takes requests and is silent", hang(issuer)),
                new Step(0.17, healed, issuer::heal),
                new Step(0.22, "the issuer is down: nothing listens", issuer::stop),
                new Step(0.24, "", this::openSilent),
                new Step(0.27, healed, issuer::heal),
                new Step(0.345, "the database is stopped", cluster.store::stop),
                new Step(back(), "the database is back", cluster.store::start),
                new Step(0.44, "a new key signs, the old ones stay published", issuer::rotate),
                new Step(0.47, "", this::reloadBalancer),
                new Step(0.57, "the silent streams end", this::closeSilent),
                new Step(0.64, "the database is restarted", this::restartDatabase),
                new Step(0.75, "a new key signs, the old ones stay published", issuer::rotate),
                new Step(0.87, "", this::reloadBalancer)));
    if (isLong()) {
      steps.add(new Step(0.53, "the issuer sends a byte now and then", drip(issuer)));
      steps.add(new Step(0.56, healed, issuer::heal));
      steps.add(new Step(0.72, "the issuer answers 500", error(issuer)));
      steps.add(new Step(0.74, healed, issuer::heal));
    }
    for (int i = 1; i <= plannedKills(); i++) {
      steps.add(new Step(i * killPart(), "", this::kill));
    }
    steps.sort(Comparator.comparingDouble(Step::part));
    return steps;
  }

  private static Deed hang(Issuer issuer) {
    return () -> issuer.fail(KeysFault.HANG);
  }

  private static Deed drip(Issuer issuer) {
    return () -> issuer.fail(KeysFault.DRIP);
  }

  private static Deed error(Issuer issuer) {
    return () -> issuer.fail(KeysFault.SERVER_ERROR);
  }

  // A minute, or a smaller part of a shorter run.
  private double back() {
    return 0.345 + Math.min(1.0 / 12, 60.0 / length.toSeconds());
  }

  /** How many nodes have to die; the last one early enough to come back. */
  int plannedKills() {
    return (int) Math.floor(0.91 / killPart());
  }

  private double killPart() {
    return Math.min(0.9 / FEWEST_KILLS, (double) KILLS.toSeconds() / length.toSeconds());
  }

  int plannedStreams() {
    return isLong() ? MANY : SOME;
  }

  /** Runs for so long. */
  void run() throws Exception {
    for (Step step : steps()) {
      await(Math.round(length.toNanos() * step.part()));
      if (!step.what().isEmpty()) {
        note(step.what());
      }
      step.deed().run();
    }
    await(length.toNanos());
    awaitNodes();
    allBack = scene.cluster().nodes.stream().allMatch(Node::isUp);
  }

  private void await(long nanos) throws InterruptedException {
    long left = start + nanos - System.nanoTime();
    Thread.sleep(Math.max(0, left / 1_000_000));
  }

  private void openSilent() throws IOException {
    Node node = next();
    note("%d silent streams are opened at %s".formatted(plannedStreams(), node.name));
    silent = Optional.of(SilentStreams.open(scene, plannedStreams(), node));
  }

  private void closeSilent() throws IOException, InterruptedException {
    silent.orElseThrow().end();
  }

  private void restartDatabase() throws IOException {
    scene.cluster().store.stop();
    scene.cluster().store.start();
  }

  /** The one that dies next. */
  private Node next() {
    return scene.cluster().nodes.get(kills % scene.cluster().nodes.size());
  }

  // A new process of HAProxy takes each node for ready until its first probe says otherwise.
  private void reloadBalancer() throws IOException, InterruptedException {
    awaitNodes();
    note("the balancer is reloaded");
    scene.cluster().reloadBalancer();
  }

  private void awaitNodes() throws InterruptedException {
    for (Thread thread : starting) {
      thread.join();
    }
  }

  // One after the other, so that at least two live.
  private void kill() throws IOException, InterruptedException {
    awaitNodes();
    Node node = next();
    note(node.name + " is killed");
    node.kill();
    kills++;
    Thread thread = new Thread(() -> startAgain(node), "starting " + node.name);
    starting.add(thread);
    thread.start();
  }

  private void startAgain(Node node) {
    try {
      node.start();
      note(node.name + " is back");
    } catch (Exception e) {
      scene.tally().wrong("starting " + node.name, e.toString());
    }
  }

  private void note(String what) {
    long second = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    System.out.println(second + " s: " + what);
    synchronized (events) {
      events.add(new Event(second, what));
    }
  }

  int kills() {
    return kills;
  }

  /** Whether all nodes that were killed lived in the end. */
  boolean areAllBack() {
    return allBack;
  }

  /** How many silent streams came back after the death of their node. */
  int streamsBack() {
    return silent.map(SilentStreams::back).orElse(0);
  }

  /** How many silent streams listened at the same time. */
  int silentStreams() {
    return silent.map(SilentStreams::most).orElse(0);
  }

  List<Event> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }
}
