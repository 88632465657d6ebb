package dev.gatehouse.run.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * Clients that ask for megabytes and read a byte a second, for less than the balancer's patience.
 */
final class SlowReaders implements Runnable {
  private static final int COUNT = 4;
  private static final int SHORTEST_SECONDS = 15;
  private static final int LONGEST_SECONDS = 55;
  private static final int BUFFER = 1024;
  private static final Kind KIND = Kind.free("a reader of a byte a second");
  private static final String MUCH = "{\"lines\":1000,\"width\":4000,\"characters\":10}";

  private final Scene scene;
  private final List<Slow> readers = new ArrayList<>();

  /** One of them, and how many bytes it will take yet. */
  private static final class Slow {
    private final Wire wire;
    private final long opened = System.nanoTime();
    private int left = ThreadLocalRandom.current().nextInt(SHORTEST_SECONDS, LONGEST_SECONDS);

    Slow(Wire wire) {
      this.wire = wire;
    }
  }

  SlowReaders(Scene scene) {
    this.scene = scene;
  }

  @Override
  public void run() {
    try {
      while (!Thread.interrupted()) {
        while (readers.size() < COUNT) {
          open();
        }
        readers.removeIf(this::isDone);
        Thread.sleep(1000);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      readers.forEach(reader -> reader.wire.close());
    }
  }

  private void open() throws InterruptedException {
    Token token = scene.issuer().token("usr_load_slow", UnaryOperator.identity());
    byte[] request = Message.callWithLog("chatter", MUCH).wire(scene.cluster().url, token.text());
    long sent = System.nanoTime();
    try {
      Wire wire = Wire.connect(scene.cluster().url, true, BUFFER);
      wire.send(request);
      wire.judge(scene, KIND, token);
      readers.add(new Slow(wire));
    } catch (IOException lost) {
      scene.lost(KIND, sent, lost);
      Thread.sleep(1000);
    }
  }

  private boolean isDone(Slow reader) {
    try {
      if (!reader.wire.isOpen() || --reader.left <= 0) {
        reader.wire.close();
        return true;
      }
      if (reader.wire.next() < 0) {
        throw new IOException("The other side has ended");
      }
      return false;
    } catch (IOException lost) {
      scene.lost(KIND, reader.opened, lost);
      reader.wire.close();
      return true;
    }
  }
}
