package dev.gatehouse.run.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the surviving node now and then, and asks it how it is. */
final class Sampler implements Runnable {
  /**
   * One look.
   *
   * @param second since the load began
   * @param requests all that were sent until then
   */
  record Sample(long second, long requests, Usage usage) {}

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
    URI health = scene.survivor().url.resolve("/health/ready");
    try {
      while (true) {
        look();
        HttpRequest ask = HttpRequest.newBuilder(health).build();
        scene.send("health of the other node", scene.survivor(), Token.NONE, ask, Scene.OK);
        Thread.sleep(pause.toMillis());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      scene.tally().wrong("a sample", e.toString());
    }
  }

  private void look() throws IOException, InterruptedException {
    Usage usage = Usage.of(scene.survivor().pid());
    long second = Duration.ofNanos(System.nanoTime() - start).toSeconds();
    Sample sample = new Sample(second, scene.tally().total(), usage);
    System.out.println(sample);
    synchronized (samples) {
      samples.add(sample);
    }
  }

  List<Sample> samples() {
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }
}
