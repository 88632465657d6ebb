package dev.gatehouse.run.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was sent and how it ended, and what should not have ended so. */
final class Tally {
  private static final int MOST_EXAMPLES = 40;
  private static final int LONGEST_EXAMPLE = 300;

  private final long start = System.nanoTime();
  private final SortedMap<String, SortedMap<String, Long>> outcomes = new TreeMap<>();
  private final List<String> examples = new ArrayList<>();
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong unexpected = new AtomicLong();
  private final AtomicLong wrongWrites = new AtomicLong();

  void count(String kind, String outcome) {
    total.incrementAndGet();
    synchronized (this) {
      outcomes.computeIfAbsent(kind, any -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    }
  }

  /** Something that must not be. */
  void wrong(String kind, String what) {
    unexpected.incrementAndGet();
    Duration at = Duration.ofNanos(System.nanoTime() - start);
    String line = "%d s, %s: %s".formatted(at.toSeconds(), kind, what.replaceAll("\\s+", " "));
    synchronized (this) {
      if (examples.size() < MOST_EXAMPLES) {
        examples.add(line.substring(0, Math.min(LONGEST_EXAMPLE, line.length())));
      }
    }
    System.out.println("UNEXPECTED at " + line);
  }

  /** An accepted write that is lost, or a write that is not there as it was sent. */
  void wrongWrite(String kind, String what) {
    wrongWrites.incrementAndGet();
    wrong(kind, what);
  }

  long wrongWrites() {
    return wrongWrites.get();
  }

  long total() {
    return total.get();
  }

  long unexpected() {
    return unexpected.get();
  }

  synchronized List<String> examples() {
    return List.copyOf(examples);
  }

  /** By kind of request, how many ended how. */
  synchronized Map<String, Map<String, Long>> outcomes() {
    Map<String, Map<String, Long>> copy = new TreeMap<>();
    outcomes.forEach((kind, counts) -> copy.put(kind, new TreeMap<>(counts)));
    return copy;
  }
}
