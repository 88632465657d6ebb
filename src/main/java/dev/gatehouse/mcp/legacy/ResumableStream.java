package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventStream;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The events of one call, or of none, which outlive the connections that they are sent on.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">MCP
 *     resumability</a>
 */
final class ResumableStream {
  private final long number;
  private final Optional<MethodCall> call;
  private final boolean polling;
  private final EventBuffer buffer;
  private final Runnable onUse;

  // Never under the lock: a connection tells that it closed while others wait to send on it.
  private final AtomicReference<EventStream> connection = new AtomicReference<>();
  private volatile boolean ended;
  private long next;
  private long sent = -1;

  /**
   * @param call what the events tell of; empty for what belongs to no call
   * @param polling whether the client understands events without data
   */
  ResumableStream(
      long number, Optional<MethodCall> call, boolean polling, EventBuffer buffer, Runnable onUse) {
    this.number = number;
    this.call = call;
    this.polling = polling;
    this.buffer = buffer;
    this.onUse = onUse;
  }

  /** What a caller needs the right to who comes back for these events. */
  Optional<MethodCall> call() {
    return call;
  }

  /** Sends a message, or keeps it until the client comes back; nothing after the end. */
  synchronized void send(JsonObject message) {
    send(message.toString());
  }

  /** Sends the answer and ends. */
  synchronized void finish(JsonObject answer) {
    send(answer);
    abandon();
  }

  /** Ends without an answer, at once even while a client is slow to read. */
  void abandon() {
    ended = true;
    disconnect();
  }

  /**
   * Ends the connection and not the stream: the client shall come back for the rest. Does nothing
   * for clients that would not, those older than 2025-11-25, and answers false.
   */
  synchronized boolean closeForPolling(Duration retry) {
    EventStream out = connection.get();
    if (!polling || out == null) {
      return false;
    }
    out.send(new Event(Optional.empty(), Optional.of(retry), ""));
    disconnect();
    return true;
  }

  /** Gives the client an id to come back with before there is anything to say. */
  synchronized void prime() {
    if (polling) {
      send("");
    }
  }

  /** Sends what no connection took yet, then goes on; false while there is a connection. */
  synchronized boolean open(EventStream out) {
    if (!connection.compareAndSet(null, out)) {
      return false;
    }
    goOn(out, buffer.after(new EventId(number, sent)));
    return true;
  }

  /** Sends what followed, then goes on, in place of an older connection; false with gaps. */
  synchronized boolean resume(EventId last, EventStream out) {
    if (!canResume(last)) {
      return false;
    }
    disconnect();
    connection.set(out);
    goOn(out, buffer.after(last));
    return true;
  }

  synchronized boolean canResume(EventId last) {
    return buffer.after(last).size() == next - 1 - last.number();
  }

  synchronized boolean isAtEnd(EventId last) {
    return ended && last.number() == next - 1;
  }

  boolean isConnected() {
    return connection.get() != null;
  }

  /** Whether nothing can follow what the buffer holds. */
  boolean isEnded() {
    return ended;
  }

  private void send(String data) {
    if (ended) {
      return;
    }
    EventId id = new EventId(number, next++);
    Event event = new Event(Optional.of(id.toString()), Optional.empty(), data);
    buffer.add(id, event);
    EventStream out = connection.get();
    if (out != null) {
      deliver(new EventBuffer.Kept(id, event), out);
    }
  }

  private void goOn(EventStream out, List<EventBuffer.Kept> missed) {
    out.onClosed(() -> forget(out));
    missed.forEach(event -> deliver(event, out));
    // Also when it ended just now, in another thread, before there was this connection.
    if (ended) {
      disconnect();
    }
  }

  private void deliver(EventBuffer.Kept event, EventStream out) {
    out.send(event.event());
    if (connection.get() == out) {
      sent = event.id().number();
    }
  }

  // In use until now: before it looks unconnected, so that the session does not seem idle.
  private void forget(EventStream out) {
    onUse.run();
    connection.compareAndSet(out, null);
  }

  private void disconnect() {
    onUse.run();
    EventStream out = connection.getAndSet(null);
    if (out != null) {
      out.close();
    }
  }
}
