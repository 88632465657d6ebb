package dev.gatehouse.mcp.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Events that wait for one connection, and go with it. Who adds never waits; of a client that reads
 * too slowly, the oldest are dropped, but never the last one.
 */
public final class EventQueue implements EventSource {
  /** How many characters may wait. */
  static final int MAX_CHARACTERS = 1 << 20;

  private final Connection out;
  private final Runnable onLost;
  private final Deque<Event> waiting = new ArrayDeque<>();
  private long characters;
  private boolean over;

  /**
   * @param onLost what to do when the connection ends before this does
   */
  public EventQueue(Connection out, Runnable onLost) {
    this.out = out;
    this.onLost = onLost;
  }

  /** Adds an event; nothing once it is over. */
  public void add(Event event) {
    synchronized (this) {
      if (over) {
        return;
      }
      appendWithinBound(event);
    }
    out.wake();
  }

  /** Adds an event unless the same waits already, which tells as much. */
  public void addUnlessWaiting(Event event) {
    synchronized (this) {
      if (over || waiting.contains(event)) {
        return;
      }
      appendWithinBound(event);
    }
    out.wake();
  }

  /** Adds the last event, and leaves it to the caller to wake the connection or to write it. */
  public synchronized void finish(Event last) {
    if (!over) {
      append(last);
      over = true;
    }
  }

  /** Ends after what waits. */
  public void close() {
    synchronized (this) {
      over = true;
    }
    out.wake();
  }

  private void append(Event event) {
    waiting.add(event);
    characters += event.data().length();
  }

  private void appendWithinBound(Event event) {
    append(event);
    while (characters > MAX_CHARACTERS && waiting.size() > 1) {
      characters -= waiting.remove().data().length();
    }
  }

  @Override
  public synchronized Optional<Event> next() {
    Optional<Event> next = Optional.ofNullable(waiting.poll());
    next.ifPresent(event -> characters -= event.data().length());
    return next;
  }

  @Override
  public synchronized boolean isOver() {
    return over && waiting.isEmpty();
  }

  @Override
  public void ended() {
    boolean lost;
    synchronized (this) {
      lost = !over;
      over = true;
      waiting.clear();
    }
    if (lost) {
      onLost.run();
    }
  }
}
