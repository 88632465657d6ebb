package dev.gatehouse.mcp;

import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventSource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A connection whose client reads at once, or as much as it is let, and remembers all of it. */
public final class RecordingConnection implements Connection {
  private final Consumer<Event> onEvent;
  private final List<Event> events = new ArrayList<>();
  private EventSource source = EventSource.none();
  private int reads = Integer.MAX_VALUE;
  private boolean started;
  private boolean closed;

  public RecordingConnection() {
    this(event -> {});
  }

  /** With a client that reacts to what it gets. */
  public RecordingConnection(Consumer<Event> onEvent) {
    this.onEvent = onEvent;
  }

  /** With a client that reads so many events and no more, until it is {@linkplain #read let}. */
  public static RecordingConnection slow(int reads) {
    RecordingConnection slow = new RecordingConnection();
    slow.reads = reads;
    return slow;
  }

  @Override
  public void start(EventSource events) {
    synchronized (this) {
      source = events;
      started = true;
      if (closed) {
        source.ended();
        return;
      }
    }
    wake();
  }

  @Override
  public void wake() {
    for (Optional<Event> event = take(); event.isPresent(); event = take()) {
      onEvent.accept(event.get());
    }
    boolean over;
    synchronized (this) {
      over = started && !closed && reads > 0 && source.isOver();
      closed |= over;
    }
    if (over) {
      source.ended();
    }
  }

  private synchronized Optional<Event> take() {
    if (!started || closed || reads == 0) {
      return Optional.empty();
    }
    Optional<Event> event = source.next();
    if (event.isPresent()) {
      reads--;
    }
    event.ifPresent(events::add);
    return event;
  }

  /** Lets the client read so many events more. */
  public void read(int more) {
    synchronized (this) {
      reads = more;
    }
    wake();
  }

  /** The client leaves. */
  public void close() {
    boolean told;
    synchronized (this) {
      told = started && !closed;
      closed = true;
    }
    if (told) {
      source.ended();
    }
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  public List<String> ids() {
    return events().stream().map(event -> event.id().orElse("none")).toList();
  }

  public List<String> data() {
    return events().stream().map(Event::data).toList();
  }

  public JsonObject message(int index) {
    try (var reader = Json.createReader(new StringReader(data().get(index)))) {
      return reader.readObject();
    }
  }

  /** The methods of the notifications, or "result" or "error". */
  public List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < events().size(); i++) {
      JsonObject message = message(i);
      kinds.add(message.getString("method", message.containsKey("result") ? "result" : "error"));
    }
    return kinds;
  }
}
