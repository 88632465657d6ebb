package dev.gatehouse.mcp.modern.round;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The states that were used on one node, until they expire; a full memory takes no more. */
final class UsedStates implements SpentStates {
  private final int limit;
  private final int perCaller;
  private final Map<String, Used> spent = new HashMap<>();
  private final Map<String, Integer> callers = new HashMap<>();

  private record Used(String caller, Instant expires) {}

  /** So many in all, and so many of one caller, so that none takes the room of others. */
  UsedStates(int limit, int perCaller) {
    this.limit = limit;
    this.perCaller = perCaller;
  }

  @Override
  public synchronized boolean spend(String nonce, RequestState state, Instant now) {
    String caller = state.binding().caller();
    if (isFull(caller)) {
      forgetExpired(now);
    }
    if (isFull(caller) || spent.containsKey(nonce)) {
      return false;
    }
    spent.put(nonce, new Used(caller, state.expires()));
    callers.merge(caller, 1, Integer::sum);
    return true;
  }

  @Override
  public synchronized void giveBack(String nonce) {
    Optional.ofNullable(spent.remove(nonce))
        .ifPresent(
            used ->
                callers.computeIfPresent(
                    used.caller(), (same, number) -> number == 1 ? null : number - 1));
  }

  private boolean isFull(String caller) {
    return spent.size() >= limit || callers.getOrDefault(caller, 0) >= perCaller;
  }

  private void forgetExpired(Instant now) {
    spent.values().removeIf(used -> !used.expires().isAfter(now));
    callers.clear();
    spent.values().forEach(used -> callers.merge(used.caller(), 1, Integer::sum));
  }
}
