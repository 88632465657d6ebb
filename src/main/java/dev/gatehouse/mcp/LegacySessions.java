package dev.gatehouse.mcp;

import dev.gatehouse.client.ClientCapabilities;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sessions of this node, until they end, idle for too long, or make room for others. */
final class LegacySessions {
  private static final int ID_BYTES = 24;

  private static final Comparator<LegacySession> LONGEST_IDLE =
      Comparator.comparing(LegacySession::lastUsed);

  private final LegacyLimits limits;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, LegacySession> sessions = new LinkedHashMap<>();

  LegacySessions(LegacyLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** A new session, for which others may have to end. */
  LegacySession create(String owner, String version, ClientCapabilities capabilities) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    LegacySession created =
        new LegacySession(
            Base64.getUrlEncoder().withoutPadding().encodeToString(id),
            owner,
            version,
            capabilities,
            limits,
            clock);
    List<LegacySession> leaving = new ArrayList<>();
    try {
      add(created, leaving);
    } finally {
      // Not under the lock: what ends with a session may take its time.
      leaving.forEach(LegacySession::end);
    }
    return created;
  }

  private synchronized void add(LegacySession created, List<LegacySession> leaving) {
    leaving.addAll(removeExpired());
    Predicate<LegacySession> same = session -> session.owner().equals(created.owner());
    if (all().filter(same).count() >= limits.perOwner()) {
      all()
          .filter(same)
          .min(Comparator.comparing(LegacySession::hasRunningCalls).thenComparing(LONGEST_IDLE))
          .ifPresent(session -> leaving.add(remove(session)));
    }
    if (sessions.size() >= limits.total()) {
      LegacySession idle =
          all()
              .filter(Predicate.not(LegacySession::hasRunningCalls))
              .min(LONGEST_IDLE)
              .orElseThrow(() -> McpException.unavailable("Too many sessions are at work"));
      leaving.add(remove(idle));
    }
    sessions.put(created.id(), created);
  }

  /** The session with this id; for all but its owner there is none. */
  Optional<LegacySession> find(String id, String owner) {
    sweep();
    synchronized (this) {
      Optional<LegacySession> found =
          Optional.ofNullable(sessions.get(id)).filter(session -> session.owner().equals(owner));
      found.ifPresent(LegacySession::touch);
      return found;
    }
  }

  /** How many there are. */
  synchronized int size() {
    return sessions.size();
  }

  /** Ends a session. */
  void end(LegacySession session) {
    synchronized (this) {
      sessions.remove(session.id(), session);
    }
    session.end();
  }

  /** Ends the sessions that were idle for too long; to be called now and then. */
  void sweep() {
    List<LegacySession> expired;
    synchronized (this) {
      expired = removeExpired();
    }
    expired.forEach(LegacySession::end);
  }

  /** Tells the sessions whose clients want to hear of it. */
  void publish(Change change) {
    List<LegacySession> told;
    synchronized (this) {
      told = all().filter(session -> session.wants(change)).toList();
    }
    JsonObject message = StreamedCall.notification(change.method(), change.params().build());
    told.forEach(session -> session.notify(message));
  }

  /** Ends all sessions. */
  void endAll() {
    List<LegacySession> ending;
    synchronized (this) {
      ending = all().toList();
      sessions.clear();
    }
    // No method reference: where the archive is gone already, it could not load what it needs.
    for (LegacySession session : ending) {
      session.end();
    }
  }

  private List<LegacySession> removeExpired() {
    Instant latest = clock.instant().minus(limits.idle());
    List<LegacySession> expired =
        all().filter(session -> !session.lastUsed().isAfter(latest) && !session.isInUse()).toList();
    expired.forEach(this::remove);
    return expired;
  }

  private LegacySession remove(LegacySession session) {
    sessions.remove(session.id());
    return session;
  }

  private Stream<LegacySession> all() {
    return sessions.values().stream();
  }
}
