package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.engine.interaction.CallCancellation;
import dev.gatehouse.mcp.call.McpException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The tasks that run on this node, each on a thread of its own. */
final class RunningTasks {
  // Each holds a thread until it ends.
  private static final int MOST = 256;

  private final Semaphore places = new Semaphore(MOST);
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  private record Running(CallCancellation cancellation, Instant until) {}

  /** Takes a place, to be given back by {@link #ended} or {@link #giveBack}. */
  void take() {
    if (!places.tryAcquire()) {
      throw McpException.unavailable("Too many tasks run here; try again");
    }
  }

  void giveBack() {
    places.release();
  }

  CallCancellation begun(StoredTask task) {
    CallCancellation cancellation = new CallCancellation();
    running.put(task.id(), new Running(cancellation, task.expires()));
    return cancellation;
  }

  void ended(String id, CallCancellation cancellation) {
    running.computeIfPresent(
        id, (key, there) -> there.cancellation() == cancellation ? null : there);
    giveBack();
  }

  void cancel(String id) {
    Optional.ofNullable(running.get(id))
        .ifPresent(there -> there.cancellation().cancel(Optional.empty()));
  }

  /** Cancels those that are forgotten now. */
  void cancelExpired(Instant now) {
    running.values().stream()
        .filter(there -> !now.isBefore(there.until()))
        .forEach(there -> there.cancellation().cancel(Optional.of("The task has expired")));
  }

  /** Cancels all. */
  void stop() {
    running
        .values()
        .forEach(there -> there.cancellation().cancel(Optional.of("The server is stopped")));
  }
}
