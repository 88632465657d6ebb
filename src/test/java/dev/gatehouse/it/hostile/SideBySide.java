package dev.gatehouse.it.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Attacks at the same time, whose {@code close} waits until all are over. */
final class SideBySide implements AutoCloseable {
  private static final int AT_ONCE = 24;

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  <T> Future<T> start(Callable<T> attack) {
    return threads.submit(attack);
  }

  /** The answers to all requests, in their order, each with its connection held open. */
  static List<Answer> exchangeOpen(List<byte[]> requests) throws Exception {
    List<Future<Answer>> answers = new ArrayList<>();
    try (SideBySide threads = new SideBySide()) {
      for (byte[] request : requests) {
        answers.add(threads.start(() -> Wire.exchangeOpen(request)));
      }
    }
    return all(answers);
  }

  static <T> List<T> all(List<Future<T>> futures) throws Exception {
    List<T> all = new ArrayList<>();
    for (Future<T> future : futures) {
      all.add(future.get());
    }
    return all;
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      // Each gives up by itself before that.
      threads.awaitTermination(10, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
