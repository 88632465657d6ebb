package dev.gatehouse.mcp;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The streams of one session: one for each call that has one, and the unsolicited one. */
final class LegacyStreams {
  private static final long UNSOLICITED = 0;

  private final boolean polling;
  private final LegacyBuffer buffer;
  private final Runnable onUse;
  private final LegacyStream unsolicited;
  private final Map<Long, LegacyStream> streams = new HashMap<>();
  private long last = UNSOLICITED;
  private boolean ended;

  LegacyStreams(String version, LegacyLimits limits, Runnable onUse) {
    // Older peers read the data of every event as JSON.
    this.polling = version.compareTo(ProtocolVersion.NEWEST_LEGACY) >= 0;
    this.buffer = new LegacyBuffer(limits);
    this.onUse = onUse;
    this.unsolicited = new LegacyStream(UNSOLICITED, polling, buffer, onUse);
    streams.put(UNSOLICITED, unsolicited);
  }

  LegacyStream openCall(EventStream out) {
    LegacyStream stream = add();
    stream.open(out);
    stream.prime();
    return stream;
  }

  private synchronized LegacyStream add() {
    Set<Long> resumable = buffer.streams();
    streams
        .entrySet()
        .removeIf(entry -> entry.getValue().isEnded() && !resumable.contains(entry.getKey()));
    LegacyStream stream = new LegacyStream(++last, polling, buffer, onUse);
    if (ended) {
      stream.abandon();
    }
    streams.put(last, stream);
    return stream;
  }

  boolean openGet(EventStream out) {
    return unsolicited.open(out);
  }

  boolean isGetOpen() {
    return unsolicited.isConnected();
  }

  void send(JsonObject message) {
    unsolicited.send(message);
  }

  boolean resume(String lastEventId, EventStream out) {
    return LegacyEventId.of(lastEventId)
        .flatMap(id -> stream(id).filter(stream -> stream.resume(id, out)))
        .isPresent();
  }

  boolean canResume(String lastEventId) {
    return LegacyEventId.of(lastEventId)
        .flatMap(id -> stream(id).filter(stream -> stream.canResume(id)))
        .isPresent();
  }

  boolean isAtEnd(String lastEventId) {
    return LegacyEventId.of(lastEventId)
        .flatMap(id -> stream(id).filter(stream -> stream.isAtEnd(id)))
        .isPresent();
  }

  private synchronized Optional<LegacyStream> stream(LegacyEventId id) {
    return Optional.ofNullable(streams.get(id.stream()));
  }

  boolean areConnected() {
    return all().stream().anyMatch(LegacyStream::isConnected);
  }

  void end() {
    synchronized (this) {
      ended = true;
    }
    all().forEach(LegacyStream::abandon);
  }

  private synchronized List<LegacyStream> all() {
    return List.copyOf(streams.values());
  }
}
