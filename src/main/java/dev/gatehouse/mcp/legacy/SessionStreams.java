package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.stream.EventStream;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The streams of one session: one for each call that has one, and the unsolicited one. */
final class SessionStreams {
  private static final long UNSOLICITED = 0;

  private final boolean polling;
  private final EventBuffer buffer;
  private final Runnable onUse;
  private final ResumableStream unsolicited;
  private final Map<Long, ResumableStream> streams = new HashMap<>();
  private long last = UNSOLICITED;
  private boolean ended;

  SessionStreams(String version, SessionLimits limits, Runnable onUse) {
    // Older peers read the data of every event as JSON.
    this.polling = version.compareTo(ProtocolVersion.NEWEST_LEGACY) >= 0;
    this.buffer = new EventBuffer(limits);
    this.onUse = onUse;
    this.unsolicited = new ResumableStream(UNSOLICITED, Optional.empty(), polling, buffer, onUse);
    streams.put(UNSOLICITED, unsolicited);
  }

  ResumableStream openCall(EventStream out, Optional<MethodCall> call) {
    ResumableStream stream = add(call);
    stream.open(out);
    stream.prime();
    return stream;
  }

  private synchronized ResumableStream add(Optional<MethodCall> call) {
    Set<Long> resumable = buffer.streams();
    streams
        .entrySet()
        .removeIf(entry -> entry.getValue().isEnded() && !resumable.contains(entry.getKey()));
    ResumableStream stream = new ResumableStream(++last, call, polling, buffer, onUse);
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
    return EventId.of(lastEventId)
        .flatMap(id -> stream(id).filter(stream -> stream.resume(id, out)))
        .isPresent();
  }

  boolean canResume(String lastEventId) {
    return EventId.of(lastEventId)
        .flatMap(id -> stream(id).filter(stream -> stream.canResume(id)))
        .isPresent();
  }

  Optional<MethodCall> call(String lastEventId) {
    return EventId.of(lastEventId).flatMap(this::stream).flatMap(ResumableStream::call);
  }

  boolean isAtEnd(String lastEventId) {
    return EventId.of(lastEventId)
        .flatMap(id -> stream(id).filter(stream -> stream.isAtEnd(id)))
        .isPresent();
  }

  private synchronized Optional<ResumableStream> stream(EventId id) {
    return Optional.ofNullable(streams.get(id.stream()));
  }

  boolean areConnected() {
    return all().stream().anyMatch(ResumableStream::isConnected);
  }

  void end() {
    synchronized (this) {
      ended = true;
    }
    all().forEach(ResumableStream::abandon);
  }

  private synchronized List<ResumableStream> all() {
    return List.copyOf(streams.values());
  }
}
