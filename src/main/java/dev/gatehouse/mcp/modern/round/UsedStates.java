package dev.gatehouse.mcp.modern.round;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The states that were used, until they expire; a full memory takes no more. */
final class UsedStates {
  private final int limit;
  private final Map<String, Instant> spent = new HashMap<>();

  UsedStates(int limit) {
    this.limit = limit;
  }

  /** Whether the state may be used, which it may not twice. */
  synchronized boolean spend(String nonce, Instant expires, Instant now) {
    if (spent.size() >= limit) {
      spent.values().removeIf(end -> !end.isAfter(now));
    }
    return spent.size() < limit && spent.putIfAbsent(nonce, expires) == null;
  }
}
