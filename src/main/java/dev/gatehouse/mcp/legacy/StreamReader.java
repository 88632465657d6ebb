package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection's way through the events of a stream. */
final class StreamReader implements EventSource {
  private final EventLog log;
  private final Connection out;
  private final Instant until;
  private final Consumer<StreamReader> onEnd;

  private EventId at;
  private EventId written;
  private Optional<Event> farewell = Optional.empty();
  private boolean complete;
  private boolean detached;

  /**
   * @param after the event after which it begins
   * @param until when the token counts no more that opened the connection
   * @param onEnd what to do when the connection has ended
   */
  StreamReader(
      EventLog log, EventId after, Connection out, Instant until, Consumer<StreamReader> onEnd) {
    this.log = log;
    this.at = after;
    this.written = after;
    this.out = out;
    this.until = until;
    this.onEnd = onEnd;
  }

  void start() {
    out.start(this);
    out.wake();
  }

  void wake() {
    out.wake();
  }

  boolean isExpired(Instant now) {
    return !until.isAfter(now);
  }

  /** Takes nothing more. */
  synchronized void detach() {
    detached = true;
  }

  /** Takes nothing more, but tells the client to come back. */
  synchronized void leave(Duration retry) {
    farewell = Optional.of(new Event(Optional.empty(), Optional.of(retry), ""));
    detached = true;
  }

  /** Ends after what the log holds. */
  synchronized void complete() {
    complete = true;
  }

  /** The last event that was surely written. */
  synchronized EventId written() {
    return written;
  }

  @Override
  public synchronized Optional<Event> next() {
    written = at;
    if (detached) {
      Optional<Event> last = farewell;
      farewell = Optional.empty();
      return last;
    }
    Optional<EventLog.Taken> next = log.takeAfter(at);
    next.ifPresent(taken -> at = taken.id());
    return next.map(EventLog.Taken::event);
  }

  @Override
  public synchronized boolean isOver() {
    return detached ? farewell.isEmpty() : complete && log.isNoneAfter(at);
  }

  @Override
  public void ended() {
    onEnd.accept(this);
  }
}
