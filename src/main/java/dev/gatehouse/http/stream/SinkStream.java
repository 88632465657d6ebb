package dev.gatehouse.http.stream;

import dev.gatehouse.mcp.stream.Event;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Server-sent events on a sink of Jakarta REST: holds a thread only while it writes, and never the
 * thread of the sender, since a sink may wait for its client in spite of its asynchronous API.
 */
public final class SinkStream implements KeepAliveStream {
  private static final MediaType UTF_8 = MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8");

  /** A client that is so many events behind does not read, and is left. */
  static final int MAX_PENDING = 64;

  private final SseEventSink sink;
  private final Sse sse;
  private final Executor writers;
  private final Queue<OutboundSseEvent> pending = new ArrayDeque<>();
  private final List<Runnable> onClosed = new ArrayList<>();
  private boolean writing;
  private boolean closed;

  public SinkStream(SseEventSink sink, Sse sse, Executor writers) {
    this.sink = sink;
    this.sse = sse;
    this.writers = writers;
  }

  @Override
  public void send(Event event) {
    OutboundSseEvent.Builder builder =
        sse.newEventBuilder().mediaType(UTF_8).data(String.class, event.data());
    event.id().ifPresent(builder::id);
    event.retry().ifPresent(time -> builder.reconnectDelay(time.toMillis()));
    if (!offer(builder.build())) {
      abandon();
    }
  }

  @Override
  public void comment() {
    synchronized (this) {
      if (writing) {
        return;
      }
    }
    offer(sse.newEventBuilder().comment("open").build());
  }

  /** Whether there was room, or nobody to need it. */
  private boolean offer(OutboundSseEvent event) {
    synchronized (this) {
      if (closed) {
        return true;
      }
      if (pending.size() == MAX_PENDING) {
        return false;
      }
      pending.add(event);
      if (writing) {
        return true;
      }
      writing = true;
    }
    // Without the lock, since it may write here, and for other streams too.
    writers.execute(this::writeNext);
    return true;
  }

  private void writeNext() {
    Optional<OutboundSseEvent> event;
    synchronized (this) {
      event = Optional.ofNullable(pending.poll());
      writing = event.isPresent();
      if (!writing && !closed) {
        return;
      }
    }
    event.ifPresentOrElse(this::write, this::closeSink);
  }

  private void write(OutboundSseEvent event) {
    try {
      sink.send(event)
          .whenComplete((sent, failure) -> written(Optional.ofNullable(failure).isEmpty()));
    } catch (RuntimeException e) {
      written(false);
    }
  }

  private void written(boolean isDone) {
    if (isDone) {
      writers.execute(this::writeNext);
    } else {
      // Servers differ in what they throw; all of it means that the client has left.
      abandon();
    }
  }

  private void abandon() {
    synchronized (this) {
      pending.clear();
    }
    markClosed();
    // It may wait for a write that hangs.
    writers.execute(this::closeSink);
  }

  private void closeSink() {
    try {
      sink.close();
    } catch (RuntimeException e) {
      // There is nobody left to tell.
    }
  }

  @Override
  public void close() {
    if (markClosed()) {
      synchronized (this) {
        if (writing) {
          // Whoever writes goes on with what is pending and closes the sink then.
          return;
        }
        writing = true;
      }
      writers.execute(this::writeNext);
    }
  }

  private boolean markClosed() {
    List<Runnable> actions;
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
      actions = List.copyOf(onClosed);
    }
    actions.forEach(Runnable::run);
    return true;
  }

  @Override
  public void onClosed(Runnable action) {
    synchronized (this) {
      if (!closed) {
        onClosed.add(action);
        return;
      }
    }
    action.run();
  }
}
