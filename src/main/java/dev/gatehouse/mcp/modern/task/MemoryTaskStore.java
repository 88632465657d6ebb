package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.tool.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** In the memory of a node that is alone. */
final class MemoryTaskStore implements TaskStore {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(60);

  private final int most;
  private final Map<String, StoredTask> tasks = new HashMap<>();

  MemoryTaskStore(int most) {
    this.most = most;
  }

  @Override
  public synchronized void add(StoredTask task) {
    if (tasks.size() >= most) {
      throw new UnavailableException("Too many tasks are kept here; try again", RETRY_AFTER);
    }
    tasks.put(task.id(), task);
  }

  @Override
  public synchronized Optional<StoredTask> find(String id, Instant now) {
    return Optional.ofNullable(tasks.get(id)).filter(task -> now.isBefore(task.expires()));
  }

  @Override
  public synchronized boolean replace(StoredTask next) {
    boolean follows =
        Optional.ofNullable(tasks.get(next.id()))
            .filter(before -> before.version() + 1 == next.version())
            .isPresent();
    if (follows) {
      tasks.put(next.id(), next);
    }
    return follows;
  }

  @Override
  public synchronized int count(String caller, Instant now) {
    return (int)
        tasks.values().stream()
            .filter(task -> task.caller().equals(caller) && now.isBefore(task.expires()))
            .count();
  }

  @Override
  public synchronized void sweep(Instant now) {
    tasks.values().removeIf(task -> !now.isBefore(task.expires()));
  }
}
