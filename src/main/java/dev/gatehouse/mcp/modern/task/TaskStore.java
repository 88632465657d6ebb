package dev.gatehouse.mcp.modern.task;

import dev.gatehouse.tool.UnavailableException;
import java.time.Instant;
import java.util.Optional;

/** Keeps tasks; whatever it is asked can fail with an {@link UnavailableException}. */
interface TaskStore {
  /** The longest content, in bytes of its JSON. */
  int LONGEST_CONTENT = 700_000;

  /** Keeps a new one: it can be found on every node when this returns. */
  void add(StoredTask task);

  /** Empty for one that was never there, has expired or can't be read here. */
  Optional<StoredTask> find(String id, Instant now);

  /** Puts the next version in the place of the one before; false if another one is there. */
  boolean replace(StoredTask next);

  /** How many a caller has. */
  int count(String caller, Instant now);

  /** Forgets those that have expired. */
  void sweep(Instant now);
}
