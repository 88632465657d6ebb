package dev.gatehouse.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the log gets; its disk can be made to hang. */
final class Lines extends Handler {
  private final Logger logger = Logger.getLogger("dev.gatehouse.audit.events");
  private final List<String> lines = new ArrayList<>();
  private volatile CountDownLatch disk = new CountDownLatch(0);
  private volatile Thread thread;

  Lines() {
    logger.addHandler(this);
  }

  void hang() {
    disk = new CountDownLatch(1);
  }

  void goOn() {
    disk.countDown();
  }

  @Override
  public void publish(LogRecord line) {
    thread = Thread.currentThread();
    try {
      disk.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    synchronized (lines) {
      lines.add(line.getMessage());
      lines.notifyAll();
    }
  }

  /** Those that are there, once they are so many. */
  List<String> await(int many) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    synchronized (lines) {
      while (lines.size() < many && System.nanoTime() < end) {
        try {
          lines.wait(1000);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return List.copyOf(lines);
    }
  }

  List<String> all() {
    return await(0);
  }

  Thread thread() {
    return thread;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
