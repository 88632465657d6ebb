package dev.gatehouse.mcp.stream;

import dev.gatehouse.json.JsonBytes;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * One server-sent event.
 *
 * @param id where the client can resume; only in streams that can be resumed
 * @param retry when the client shall come back after the stream has ended
 * @param data a message in one line, or nothing
 */
public record Event(Optional<String> id, Optional<Duration> retry, String data) {
  public Event {
    if (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("An event's data is one line");
    }
  }

  public static Event of(JsonObject message) {
    return new Event(Optional.empty(), Optional.empty(), JsonBytes.text(message));
  }
}
