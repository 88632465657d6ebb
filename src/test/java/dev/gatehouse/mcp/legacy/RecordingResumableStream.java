package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A connection that remembers what was sent on it. */
final class RecordingResumableStream implements EventStream {
  private final Consumer<Event> onSend;
  private final List<Event> events = new ArrayList<>();
  private final List<Runnable> actions = new ArrayList<>();
  private boolean closed;

  RecordingResumableStream() {
    this(event -> {});
  }

  /** With a client that reacts to what it gets. */
  RecordingResumableStream(Consumer<Event> onSend) {
    this.onSend = onSend;
  }

  @Override
  public void send(Event event) {
    synchronized (this) {
      if (closed) {
        return;
      }
      events.add(event);
    }
    onSend.accept(event);
  }

  @Override
  public void onClosed(Runnable action) {
    synchronized (this) {
      if (!closed) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    actions.forEach(Runnable::run);
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized List<Event> events() {
    return List.copyOf(events);
  }

  List<String> ids() {
    return events().stream().map(event -> event.id().orElse("none")).toList();
  }

  List<String> data() {
    return events().stream().map(Event::data).toList();
  }
}
