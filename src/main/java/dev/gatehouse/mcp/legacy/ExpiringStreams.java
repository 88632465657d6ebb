package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.stream.EventStream;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Streams that end with the tokens that opened them. */
final class ExpiringStreams {
  private final Map<EventStream, Instant> open = new ConcurrentHashMap<>();

  void add(EventStream stream, Instant until) {
    open.put(stream, until);
    stream.onClosed(() -> open.remove(stream));
  }

  void closeExpired(Instant now) {
    open.forEach(
        (stream, until) -> {
          if (!until.isAfter(now)) {
            stream.close();
          }
        });
  }
}
