package dev.gatehouse.run.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at the nodes and their database now and then. */
final class Sampler implements Runnable {
  /**
   * One look.
   *
   * @param second since the load began
   * @param requests all that were sent until then
   * @param nodes those that were up, by name
   * @param rows of all tables; empty while the database was away
   */
  record Sample(long second, long requests, Map<String, Usage> nodes, Optional<Long> rows) {
    Sample {
      nodes = Map.copyOf(nodes);
    }
  }

  private final Scene scene;
  private final Duration pause;
  private final long start = System.nanoTime();
  private final List<Sample> samples = new ArrayList<>();

  Sampler(Scene scene, Duration pause) {
    this.scene = scene;
    this.pause = pause;
  }

  @Override
  public void run() {
    try {
      while (true) {
        look();
        Thread.sleep(pause.toMillis());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    long second = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    Map<String, Usage> nodes = new TreeMap<>();
    for (Node node : scene.cluster().nodes) {
      if (node.isUp()) {
        try {
          nodes.put(node.name, Usage.of(node.pid(), scene.cluster().store.port()));
        } catch (IOException | RuntimeException dying) {
          if (node.isUp()) {
            System.out.println("No sample of " + node.name + ": " + dying);
          }
        }
      }
    }
    Sample sample = new Sample(second, scene.tally().total(), nodes, rows());
    System.out.println(sample);
    synchronized (samples) {
      samples.add(sample);
    }
  }

  private Optional<Long> rows() {
    try {
      return Optional.of(
          scene.cluster().store.rows().values().stream().mapToLong(Long::longValue).sum());
    } catch (SQLException away) {
      return Optional.empty();
    }
  }

  List<Sample> samples() {
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }
}
