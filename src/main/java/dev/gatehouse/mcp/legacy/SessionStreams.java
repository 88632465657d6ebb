package dev.gatehouse.mcp.legacy;

import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.ProtocolVersion;
import dev.gatehouse.mcp.stream.Connection;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The streams of one session: one for each call that has one, and the unsolicited one. */
final class SessionStreams {
  // How many calls that have ended a client can come back for, who got their answers and who not.
  private static final int READ = 16;
  private static final int UNREAD = 256;

  private final boolean polling;
  private final boolean many;
  private final EventLog log;
  private final Runnable onUse;
  private final ResumableStream unsolicited;
  private final NavigableMap<Long, ResumableStream> streams = new TreeMap<>();
  private long last;
  private boolean ended;

  /** Numbered from {@code first}, which is that of the stream that belongs to no call. */
  SessionStreams(String version, long first, EventLog log, Runnable onUse) {
    this.last = first;
    // Older peers read the data of every event as JSON.
    this.polling = version.compareTo(ProtocolVersion.NEWEST_LEGACY) >= 0;
    this.log = log;
    this.onUse = onUse;
    this.many = first > 0;
    this.unsolicited = new ResumableStream(first, Optional.empty(), "", polling, log, onUse);
    streams.put(first, unsolicited);
  }

  ResumableStream openCall(Connection out, JsonRpcId request, Optional<MethodCall> call) {
    ResumableStream stream = add(call, many ? EventId.suffix(request) : "");
    stream.prime();
    stream.open(Listener.ofCall(out));
    return stream;
  }

  private synchronized ResumableStream add(Optional<MethodCall> call, String suffix) {
    forget(streams.values().stream().filter(ResumableStream::isRead), READ);
    forget(streams.values().stream().filter(ResumableStream::isEnded), UNREAD);
    ResumableStream stream = new ResumableStream(++last, call, suffix, polling, log, onUse);
    if (ended) {
      stream.abandon();
    }
    streams.put(last, stream);
    return stream;
  }

  private void forget(Stream<ResumableStream> ended, int but) {
    List<ResumableStream> all = ended.toList();
    for (ResumableStream oldest : all.subList(0, Math.max(0, all.size() - but))) {
      streams.remove(oldest.number());
      log.forget(oldest.number());
    }
  }

  boolean openGet(Listener listener) {
    return unsolicited.open(listener);
  }

  boolean isGetOpen() {
    return unsolicited.isConnected();
  }

  void tell(JsonObject message) {
    unsolicited.tell(message);
  }

  boolean resume(String lastEventId, Listener listener) {
    return EventId.of(lastEventId)
        .flatMap(id -> stream(id).filter(stream -> stream.resume(id, listener)))
        .isPresent();
  }

  boolean knows(String lastEventId) {
    return EventId.of(lastEventId)
        .flatMap(id -> stream(id).filter(stream -> stream.knows(id)))
        .isPresent();
  }

  boolean isCrowded(String lastEventId) {
    return EventId.of(lastEventId)
        .flatMap(this::stream)
        .filter(ResumableStream::isCrowded)
        .isPresent();
  }

  void closeExpired(Instant now) {
    all().forEach(stream -> stream.closeExpired(now));
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
    log.clear();
  }

  private synchronized List<ResumableStream> all() {
    return List.copyOf(streams.values());
  }
}
