package dev.gatehouse.mcp.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many connections may listen at once on this node, in all and of one caller. */
public final class StreamSlots {
  private final int all;
  private final int perOwner;
  private final Map<String, Integer> taken = new HashMap<>();
  private int sum;
  private boolean stopped;

  public StreamSlots(int all, int perOwner) {
    if (all < 1 || perOwner < 1) {
      throw new IllegalArgumentException("At least one stream must be possible");
    }
    this.all = all;
    this.perOwner = perOwner;
  }

  /** Whether this caller may open one more. */
  public synchronized boolean hasRoom(String owner) {
    return !stopped && sum < all && taken.getOrDefault(owner, 0) < perOwner;
  }

  /** Takes a place, and answers what gives it back; empty when there is none. */
  public synchronized Optional<Runnable> take(String owner) {
    if (!hasRoom(owner)) {
      return Optional.empty();
    }
    taken.merge(owner, 1, Integer::sum);
    sum++;
    AtomicBoolean held = new AtomicBoolean(true);
    return Optional.of(() -> giveBack(owner, held));
  }

  private synchronized void giveBack(String owner, AtomicBoolean held) {
    if (held.getAndSet(false)) {
      taken.computeIfPresent(owner, (same, number) -> number == 1 ? null : number - 1);
      sum--;
    }
  }

  /** No place is given any more. */
  public synchronized void stop() {
    stopped = true;
  }
}
