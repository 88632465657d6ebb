package dev.gatehouse.mcp.legacy;

import java.util.concurrent.atomic.AtomicLong;

/** How many characters of events all sessions of one node keep together. */
final class Kept {
  private final AtomicLong characters = new AtomicLong();
  private final long most;

  Kept(long most) {
    this.most = most;
  }

  void add(long more) {
    characters.addAndGet(more);
  }

  /** Whether each session has to do with its least. */
  boolean isFull() {
    return characters.get() > most;
  }
}
