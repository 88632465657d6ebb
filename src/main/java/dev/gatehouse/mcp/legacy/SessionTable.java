package dev.gatehouse.mcp.legacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Sessions by all that they are asked for by, so that none of these costs more where there are
 * many; to be guarded by who has it.
 */
final class SessionTable {
  private final UnaryOperator<String> keyOfId;
  private final Map<String, Session> byId = new HashMap<>();
  private final Map<String, Session> byKey = new HashMap<>();
  private final Map<String, Set<Session>> byOwner = new HashMap<>();

  SessionTable(UnaryOperator<String> keyOfId) {
    this.keyOfId = keyOfId;
  }

  void add(Session session) {
    byId.put(session.id(), session);
    byKey.put(keyOfId.apply(session.id()), session);
    byOwner.computeIfAbsent(session.owner(), owner -> new HashSet<>()).add(session);
  }

  Session remove(Session session) {
    if (byId.remove(session.id(), session)) {
      byKey.remove(keyOfId.apply(session.id()));
      byOwner.computeIfPresent(
          session.owner(),
          (owner, same) -> {
            same.remove(session);
            return same.isEmpty() ? null : same;
          });
    }
    return session;
  }

  void clear() {
    byId.clear();
    byKey.clear();
    byOwner.clear();
  }

  int size() {
    return byId.size();
  }

  List<Session> all() {
    return List.copyOf(byId.values());
  }

  List<Session> of(String owner) {
    return List.copyOf(byOwner.getOrDefault(owner, Set.of()));
  }

  Optional<Session> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Session> withKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
