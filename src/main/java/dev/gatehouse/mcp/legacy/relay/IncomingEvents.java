package dev.gatehouse.mcp.legacy.relay;

import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventQueue;
import dev.gatehouse.mcp.stream.EventSource;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What another node sends, on its way to a client of this one. */
final class IncomingEvents implements EventSource {
  private static final Duration COMES_BACK_AFTER = Duration.ofSeconds(1);

  private final FollowedStream stream;
  private final Connection out;
  private final Runnable onEnd;
  private final EventQueue events;
  private long expected;

  IncomingEvents(FollowedStream stream, Connection out, Runnable onEnd) {
    this.stream = stream;
    this.out = out;
    this.onEnd = onEnd;
    this.events = new EventQueue(out, () -> {});
  }

  FollowedStream stream() {
    return stream;
  }

  /** Takes the next message of the other node; one that came before counts for nothing. */
  synchronized void take(JsonObject message) {
    long number = message.getJsonNumber("n").longValue();
    if (number < expected) {
      return;
    }
    if (number > expected) {
      end(RelayEnd.BROKEN);
      return;
    }
    expected++;
    message.getJsonArray("events").getValuesAs(JsonObject.class).stream()
        .map(IncomingEvents::event)
        .forEach(events::add);
    if (message.containsKey("end")) {
      end(RelayEnd.valueOf(message.getString("end")));
    }
  }

  private static Event event(JsonObject json) {
    return new Event(Optional.of(json.getString("id")), Optional.empty(), json.getString("data"));
  }

  /** Nothing follows but what says why. */
  void end(RelayEnd why) {
    Optional<Event> last =
        why == RelayEnd.BROKEN
            ? Optional.of(new Event(Optional.empty(), Optional.of(COMES_BACK_AFTER), ""))
            : why.error()
                .filter(error -> stream.request().isPresent())
                .map(error -> Event.of(error.answer(stream.request())));
    last.ifPresent(events::finish);
    events.close();
    out.wake();
  }

  boolean isExpired(Instant now) {
    return !stream.until().isAfter(now);
  }

  @Override
  public Optional<Event> next() {
    return events.next();
  }

  @Override
  public boolean isOver() {
    return events.isOver();
  }

  @Override
  public void ended() {
    events.ended();
    onEnd.run();
    stream.onEnd().run();
  }
}
