package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.stream.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The last events of a session, over all its streams; the oldest make room. */
final class EventBuffer {
  private final int maxEvents;
  private final long maxBytes;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private long bytes;

  EventBuffer(SessionLimits limits) {
    this.maxEvents = limits.bufferedEvents();
    this.maxBytes = limits.bufferedBytes();
  }

  synchronized void add(EventId id, Event event) {
    Kept newest = new Kept(id, event);
    // An event that can't be kept anyway shall not push out the others.
    if (newest.bytes() > maxBytes) {
      return;
    }
    kept.add(newest);
    bytes += newest.bytes();
    while (kept.size() > maxEvents || bytes > maxBytes) {
      bytes -= kept.remove().bytes();
    }
  }

  /** What is left of the events that followed this one in its stream. */
  synchronized List<Kept> after(EventId id) {
    return kept.stream()
        .filter(event -> event.id().stream() == id.stream() && event.id().number() > id.number())
        .toList();
  }

  /** The streams with events in here. */
  synchronized Set<Long> streams() {
    return kept.stream().map(event -> event.id().stream()).collect(Collectors.toSet());
  }

  /** An event and where it was sent. */
  record Kept(EventId id, Event event) {
    long bytes() {
      return 2L * event.data().length();
    }
  }
}
