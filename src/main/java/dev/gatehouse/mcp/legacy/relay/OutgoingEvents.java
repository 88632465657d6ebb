package dev.gatehouse.mcp.legacy.relay;

import dev.gatehouse.json.Json;
import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventSource;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.function.Consumer;

/** The events of a stream of this node, on their way to the node whose client reads them. */
final class OutgoingEvents implements Connection {
  // What is told is sealed, which makes it longer by a third.
  private static final int LONGEST = 600_000;

  private final String reader;
  private final Consumer<JsonObjectBuilder> tell;
  private final Runnable onEnd;
  private Optional<EventSource> source = Optional.empty();
  private long number;
  private boolean ended;

  /**
   * @param reader the node that reads
   * @param tell tells it a message, soon
   */
  OutgoingEvents(String reader, Consumer<JsonObjectBuilder> tell, Runnable onEnd) {
    this.reader = reader;
    this.tell = tell;
    this.onEnd = onEnd;
  }

  String reader() {
    return reader;
  }

  @Override
  public void start(EventSource events) {
    synchronized (this) {
      source = Optional.of(events);
    }
    wake();
  }

  @Override
  public void wake() {
    boolean over;
    synchronized (this) {
      over = !ended && source.filter(this::isSent).isPresent();
    }
    if (over) {
      close();
    }
  }

  // True when nothing can follow.
  private boolean isSent(EventSource events) {
    JsonArrayBuilder batch = Json.createArrayBuilder();
    int characters = 0;
    int size = 0;
    for (Optional<Event> next = events.next(); next.isPresent(); next = events.next()) {
      Event event = next.get();
      if (characters + event.data().length() > LONGEST) {
        return tell(batch, Optional.of(RelayEnd.BROKEN));
      }
      characters += event.data().length();
      size++;
      batch.add(
          Json.createObjectBuilder().add("id", event.id().orElse("")).add("data", event.data()));
    }
    Optional<RelayEnd> end = events.isOver() ? Optional.of(RelayEnd.OVER) : Optional.empty();
    return (size > 0 || end.isPresent()) && tell(batch, end);
  }

  private boolean tell(JsonArrayBuilder batch, Optional<RelayEnd> end) {
    JsonObjectBuilder message = Json.createObjectBuilder().add("n", number++).add("events", batch);
    end.ifPresent(why -> message.add("end", why.name()));
    tell.accept(message);
    return end.isPresent();
  }

  /** Refuses to send anything. */
  void refuse(RelayEnd why) {
    synchronized (this) {
      tell(Json.createArrayBuilder(), Optional.of(why));
    }
    close();
  }

  /** Takes nothing more. */
  void close() {
    Optional<EventSource> left;
    synchronized (this) {
      left = ended ? Optional.empty() : source;
      ended = true;
    }
    onEnd.run();
    left.ifPresent(EventSource::ended);
  }
}
