package dev.gatehouse.run.load;

import dev.gatehouse.support.standin.KeysFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong while the load runs, and when. */
final class Failures {
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
  private final Store store;
  private final long start = System.nanoTime();
  private final List<Event> events = new ArrayList<>();
  private final AtomicInteger kills = new AtomicInteger();
  private Thread starting = new Thread(() -> {});

  Failures(Scene scene, Store store) {
    this.scene = scene;
    this.store = store;
  }

  private List<Step> steps() {
    Issuer issuer = scene.issuer();
    String healed = "the issuer works again";
    return List.of(
        new Step(0.04, "a new key signs, the old one stays published", () -> issuer.rotate(true)),
        new Step(0.09, "", this::kill),
        new Step(0.20, "the issuer is down: nothing listens", issuer::stop),
        new Step(0.22, "", this::kill),
        new Step(0.29, healed, issuer::heal),
        new Step(
            0.34, "the issuer takes requests and is silent", () -> issuer.fail(KeysFault.HANG)),
        new Step(0.40, healed, issuer::heal),
        new Step(0.44, "a new key signs, the old one stays published", () -> issuer.rotate(true)),
        new Step(0.48, "", this::kill),
        new Step(0.55, "the issuer sends a byte now and then", () -> issuer.fail(KeysFault.DRIP)),
        new Step(0.61, healed, issuer::heal),
        new Step(0.64, "the issuer answers 500", () -> issuer.fail(KeysFault.SERVER_ERROR)),
        new Step(0.67, healed, issuer::heal),
        new Step(0.70, "a new key signs, all others are withdrawn", () -> issuer.rotate(false)),
        new Step(0.75, "", this::kill),
        new Step(0.82, "the issuer is down: nothing listens", issuer::stop),
        new Step(0.88, healed, issuer::heal),
        new Step(0.91, "a new key signs, the old one stays published", () -> issuer.rotate(true)));
  }

  /** Runs for so long. */
  void run(Duration length) throws Exception {
    for (Step step : steps()) {
      await(Math.round(length.toNanos() * step.part()));
      if (!step.what().isEmpty()) {
        note(step.what());
      }
      step.deed().run();
    }
    await(length.toNanos());
    starting.join();
  }

  private void await(long nanos) throws InterruptedException {
    long left = start + nanos - System.nanoTime();
    Thread.sleep(Math.max(0, left / 1_000_000));
  }

  private void kill() {
    if (!scene.sibling().isUp()) {
      note("the sibling was to be killed, but is still starting");
      return;
    }
    note("the sibling is killed");
    scene.sibling().kill();
    kills.incrementAndGet();
    starting = new Thread(this::checkAndStart, "starting the sibling");
    starting.start();
  }

  private void checkAndStart() {
    try {
      note("%d accepted writes read back from the other node".formatted(store.check()));
      scene.sibling().start();
      note("the sibling is back");
    } catch (Exception e) {
      scene.tally().wrong("starting the sibling", e.toString());
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
    return kills.get();
  }

  List<Event> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }
}
