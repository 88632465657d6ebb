package dev.gatehouse.mcp.legacy.directory;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the nodes know of each other's sessions. */
public interface SessionDirectory {
  /** How long after its beginning a session of many nodes is known. */
  Duration LIFE = Duration.ofDays(7);

  /** A session that another node began, or this one before its restart. */
  record Known(SessionTraits traits, SessionPreferences preferences) {}

  /** What others tell of a session that may be here, by {@link #key}. */
  interface Listener {
    void ended(String key);

    void changed(String key, SessionPreferences preferences);

    void told(String key, JsonObject message);
  }

  /** What no two nodes share; empty where there is one. */
  String node();

  /** The id of a new session, which nobody can guess. */
  String register(SessionTraits traits);

  /** Empty if it is none, another caller's, too old or ended. */
  Optional<Known> find(String id, String owner);

  /** How nodes call a session among themselves, which lets nobody in. */
  String key(String id);

  /** It is to be refused everywhere. */
  void end(String id);

  /** What its client has set by now, if this node knows better than the session itself. */
  Optional<SessionPreferences> preferences(String id);

  /** What its client has set is to hold everywhere. */
  void save(String id, SessionPreferences preferences);

  /** A message of its client, for whatever node waits for it. */
  void pass(String id, JsonObject message);

  /** The same soon, for a session that nodes call so; never waits. */
  void passSoon(String key, JsonObject message);

  /** Whether another node has ended. */
  boolean isGone(String node);

  /** Has what others tell handed to somebody. */
  void listen(Listener listener);

  /** Forgets what is too old to matter. */
  void sweep(Instant now);
}
