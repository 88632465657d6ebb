package dev.gatehouse.testing;

import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.Event;
import dev.gatehouse.mcp.stream.EventSource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Consumer;

/** A stream of events whose client reads at once; some come from other threads of the tool. */
final class Stream implements Connection {
  private final Consumer<JsonObject> onEvent;
  private EventSource source = EventSource.none();
  private Optional<JsonObject> answer = Optional.empty();

  Stream(Consumer<JsonObject> onEvent) {
    this.onEvent = onEvent;
  }

  @Override
  public synchronized void start(EventSource events) {
    source = events;
    wake();
  }

  @Override
  public synchronized void wake() {
    for (Optional<Event> event = source.next(); event.isPresent(); event = source.next()) {
      event.map(Event::data).filter(data -> !data.isEmpty()).ifPresent(this::take);
    }
  }

  private void take(String data) {
    try (var reader = Json.createReader(new StringReader(data))) {
      JsonObject message = reader.readObject();
      if (message.containsKey("method")) {
        onEvent.accept(message);
      } else {
        answer = Optional.of(message);
      }
    }
  }

  /** The last message, when the call is over. */
  synchronized JsonObject answer() {
    wake();
    source.ended();
    return answer.orElseThrow(() -> new AssertionError("The stream ended without an answer"));
  }
}
