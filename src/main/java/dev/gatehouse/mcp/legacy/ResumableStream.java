package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.legacy.EventLog.Rank;
import dev.gatehouse.mcp.stream.Event;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The events of one call, or of none, which outlive the connections that take them. Nobody who
 * sends waits for a client, and nothing is written here.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">MCP
 *     resumability</a>
 */
final class ResumableStream {
  // One at a time takes events; others may wait for a client that does not read, until it is left.
  private static final int MAX_CONNECTIONS = 2;

  private final long number;
  private final Optional<MethodCall> call;
  private final boolean polling;
  private final String suffix;
  private final EventLog log;
  private final Runnable onUse;

  private Optional<StreamReader> reader = Optional.empty();
  private int connections;
  private boolean ended;
  private long next;
  private EventId written;

  /**
   * @param call what the events tell of; empty for what belongs to no call
   * @param suffix what is written behind each event's id
   * @param polling whether the client understands events without data
   */
  ResumableStream(
      long number,
      Optional<MethodCall> call,
      String suffix,
      boolean polling,
      EventLog log,
      Runnable onUse) {
    this.number = number;
    this.call = call;
    this.suffix = suffix;
    this.polling = polling;
    this.log = log;
    this.onUse = onUse;
    this.written = new EventId(number, -1);
  }

  long number() {
    return number;
  }

  /** What a caller needs the right to who comes back for these events. */
  Optional<MethodCall> call() {
    return call;
  }

  /** Sends a notification, or keeps it until the client comes back; nothing after the end. */
  void send(JsonObject message) {
    add(message.toString(), Rank.NOTIFICATION);
  }

  /** Sends what the client has to do something about. */
  void ask(JsonObject message) {
    add(message.toString(), Rank.REQUEST);
  }

  /** Gives the client an id to come back with before there is anything to say. */
  void prime() {
    if (polling) {
      add("", Rank.NOTIFICATION);
    }
  }

  private void add(String data, Rank rank) {
    synchronized (this) {
      if (!ended) {
        EventId id = new EventId(number, next++);
        log.add(id, event(id, data), rank);
      }
    }
    wake();
  }

  /** Sends a change, in place of an older message that says the same. */
  void tell(JsonObject message) {
    synchronized (this) {
      if (!ended) {
        EventId id = new EventId(number, next++);
        log.addAgain(id, event(id, message.toString()));
      }
    }
    wake();
  }

  /**
   * Sends the answer and ends.
   *
   * @param tooLarge what is kept instead of an answer that is too large to be kept
   */
  void finish(JsonObject answer, JsonObject tooLarge) {
    synchronized (this) {
      if (!ended) {
        EventId id = new EventId(number, next++);
        log.addAnswer(
            id, event(id, answer.toString()), event(id, tooLarge.toString()), reader.isPresent());
      }
    }
    abandon();
  }

  private Event event(EventId id, String data) {
    return new Event(Optional.of(id + suffix), Optional.empty(), data);
  }

  /** Ends after what was sent. */
  void abandon() {
    synchronized (this) {
      ended = true;
      reader.ifPresent(StreamReader::complete);
    }
    wake();
  }

  private void wake() {
    Optional<StreamReader> present;
    synchronized (this) {
      present = reader;
    }
    present.ifPresent(StreamReader::wake);
  }

  /**
   * Ends the connection and not the stream: the client shall come back for the rest. Does nothing
   * for clients that would not, those older than 2025-11-25, and answers false.
   */
  boolean closeForPolling(Duration retry) {
    Optional<StreamReader> leaving;
    synchronized (this) {
      leaving = polling ? reader : Optional.empty();
      leaving.ifPresent(present -> present.leave(retry));
      leaving.ifPresent(this::release);
    }
    leaving.ifPresent(StreamReader::wake);
    return leaving.isPresent();
  }

  /** Ends the connection once the token that opened it counts no more. */
  void closeExpired(Instant now) {
    Optional<StreamReader> expired;
    synchronized (this) {
      expired = reader.filter(present -> present.isExpired(now));
      expired.ifPresent(StreamReader::detach);
      expired.ifPresent(this::release);
    }
    expired.ifPresent(StreamReader::wake);
  }

  /** Sends what no connection wrote yet, then goes on; false while there is a connection. */
  boolean open(Listener listener) {
    StreamReader opened;
    synchronized (this) {
      if (reader.isPresent()) {
        return false;
      }
      opened = connect(written, listener);
    }
    opened.start();
    return true;
  }

  /** Sends what followed, then goes on, in place of an older connection; false if it can't. */
  boolean resume(EventId last, Listener listener) {
    Optional<StreamReader> older;
    StreamReader opened;
    synchronized (this) {
      if (!knows(last) || isCrowded()) {
        return false;
      }
      older = reader;
      older.ifPresent(StreamReader::detach);
      older.ifPresent(this::release);
      opened = connect(last, listener);
    }
    older.ifPresent(StreamReader::wake);
    opened.start();
    return true;
  }

  private StreamReader connect(EventId after, Listener listener) {
    onUse.run();
    StreamReader opened =
        new StreamReader(
            log,
            after,
            listener.out(),
            listener.until(),
            gone -> {
              ended(gone);
              listener.onEnd().run();
            });
    if (ended) {
      opened.complete();
    }
    reader = Optional.of(opened);
    connections++;
    return opened;
  }

  // In use until now: before it looks unconnected, so that the session does not seem idle.
  private void ended(StreamReader gone) {
    onUse.run();
    synchronized (this) {
      connections--;
      if (reader.filter(gone::equals).isPresent()) {
        release(gone);
      }
    }
  }

  private void release(StreamReader former) {
    onUse.run();
    written = former.written();
    reader = Optional.empty();
  }

  /** Whether this event was one of this stream. */
  synchronized boolean knows(EventId event) {
    return event.number() < next;
  }

  /** Whether too many connections still wait for a client that does not read. */
  synchronized boolean isCrowded() {
    return connections >= MAX_CONNECTIONS;
  }

  synchronized boolean isAtEnd(EventId last) {
    return ended && last.number() == next - 1;
  }

  synchronized boolean isConnected() {
    return reader.isPresent();
  }

  /** Whether nothing can follow what the log holds. */
  synchronized boolean isEnded() {
    return ended;
  }

  /** Whether it has ended and was read to its end. */
  synchronized boolean isRead() {
    return ended && reader.map(StreamReader::written).orElse(written).number() == next - 1;
  }
}
