package dev.gatehouse.mcp.legacy;

import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.StreamedCall;
import dev.gatehouse.mcp.legacy.directory.SessionDirectories;
import dev.gatehouse.mcp.legacy.directory.SessionDirectory;
import dev.gatehouse.mcp.legacy.directory.SessionTraits;
import dev.gatehouse.mcp.legacy.relay.StreamRelays;
import jakarta.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The sessions of this node, until they end, idle for too long, or make room for others. */
final class Sessions {
  private static final Comparator<Session> LONGEST_IDLE = Comparator.comparing(Session::lastUsed);

  private final BoundedLog log = BoundedLog.of(Sessions.class);
  private final SessionLimits limits;
  private final Clock clock;
  private final Kept kept;
  private final Object joining = new Object();
  private final SessionDirectory directory;
  private final StreamRelays relays;
  private final SessionTable sessions;

  /** Of a node that is alone. */
  Sessions(SessionLimits limits, Clock clock) {
    this(limits, clock, SessionDirectories.alone());
  }

  Sessions(SessionLimits limits, Clock clock, SessionDirectory directory) {
    this.directory = directory;
    this.relays = new StreamRelays(directory);
    this.sessions = new SessionTable(directory::key);
    this.limits = limits;
    this.clock = clock;
    this.kept = new Kept(limits.nodeCharacters());
  }

  /** The streams of theirs that other nodes have. */
  StreamRelays relays() {
    return relays;
  }

  /** Whether a node has ended that had a stream. */
  boolean isGone(EventId event) {
    return directory.isGone(event.node());
  }

  /** How nodes call a session. */
  String key(Session session) {
    return directory.key(session.id());
  }

  /** A new session, for which others may have to end. */
  Session create(SessionTraits traits) {
    return keep(directory.register(traits), traits);
  }

  private Session keep(String id, SessionTraits traits) {
    Session created = new Session(id, traits, new EventLog(limits, kept), directory, clock);
    List<Session> leaving = new ArrayList<>();
    try {
      add(created, leaving);
    } finally {
      // Not under the lock: what ends with a session may take its time.
      leaving.forEach(Session::end);
    }
    return created;
  }

  private synchronized void add(Session created, List<Session> leaving) {
    List<Session> same = sessions.of(created.owner());
    if (same.size() >= limits.perOwner()) {
      same.stream()
          .min(Comparator.comparing(Session::hasRunningCalls).thenComparing(LONGEST_IDLE))
          .ifPresent(session -> leaving.add(sessions.remove(session)));
      log.log(
          Level.INFO,
          "A session ended for a newer one of its caller, who may have %d here (mcp.limits.sessions.caller)"
              .formatted(limits.perOwner()));
    }
    if (sessions.size() >= limits.total()) {
      leaving.addAll(removeExpired());
    }
    if (sessions.size() >= limits.total()) {
      leaving.add(sessions.remove(longestIdle()));
    }
    sessions.add(created);
  }

  private Session longestIdle() {
    return sessions.all().stream()
        .filter(Predicate.not(Session::hasRunningCalls))
        .min(LONGEST_IDLE)
        .orElseThrow(() -> McpException.unavailable("Too many sessions are at work"));
  }

  /** The session with this id; for all but its owner there is none. */
  Optional<Session> find(String id, String owner) {
    Optional<Session> here = findHere(id, owner);
    return here.isPresent() ? here : directory.find(id, owner).map(known -> goOn(id, known));
  }

  // Two requests may bring the same one here at once; the first keeps it.
  private Session goOn(String id, SessionDirectory.Known known) {
    synchronized (joining) {
      return findHere(id, known.traits().owner())
          .orElseGet(
              () -> {
                Session session = keep(id, known.traits());
                session.prefer(known.preferences());
                return session;
              });
    }
  }

  private Optional<Session> findHere(String id, String owner) {
    Optional<Session> found;
    boolean expired;
    synchronized (this) {
      found = sessions.withId(id).filter(session -> session.owner().equals(owner));
      expired = found.filter(session -> isExpired(session, latest())).isPresent();
      found.ifPresent(expired ? sessions::remove : Session::touch);
    }
    if (expired) {
      found.ifPresent(Session::end);
      return Optional.empty();
    }
    return found;
  }

  /** How many there are. */
  synchronized int size() {
    return sessions.size();
  }

  /** The session that other nodes call so. */
  synchronized Optional<Session> withKey(String key) {
    return sessions.withKey(key);
  }

  /** Ends a session, on all nodes. */
  void end(Session session) {
    directory.end(session.id());
    endHere(session);
  }

  void endHere(Session session) {
    synchronized (this) {
      sessions.remove(session);
    }
    session.end();
  }

  /**
   * Ends the sessions that were idle for too long, and the connections whose token counts no more;
   * to be called now and then.
   */
  void sweep(Instant now) {
    List<Session> expired;
    List<Session> staying;
    synchronized (this) {
      expired = removeExpired();
      staying = sessions.all();
    }
    expired.forEach(Session::end);
    staying.forEach(session -> session.closeExpired(now));
    directory.sweep(now);
  }

  /** Tells the sessions whose clients want to hear of it. */
  void publish(Change change) {
    List<Session> told;
    synchronized (this) {
      told = sessions.all();
    }
    JsonObject message = StreamedCall.notification(change.method(), change.params().build());
    told.stream()
        .filter(session -> session.wants(change))
        .forEach(session -> session.notify(message));
  }

  /** Ends all sessions. */
  void endAll() {
    List<Session> ending;
    synchronized (this) {
      ending = sessions.all();
      sessions.clear();
    }
    // No method reference: where the archive is gone already, it could not load what it needs.
    for (Session session : ending) {
      session.end();
    }
  }

  private List<Session> removeExpired() {
    Instant latest = latest();
    List<Session> expired =
        sessions.all().stream().filter(session -> isExpired(session, latest)).toList();
    expired.forEach(sessions::remove);
    return expired;
  }

  private Instant latest() {
    return clock.instant().minus(limits.idle());
  }

  private static boolean isExpired(Session session, Instant latest) {
    return !session.lastUsed().isAfter(latest) && !session.isInUse();
  }
}
