package dev.gatehouse.config;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code mcp.scopes.implied.<scope>}: the scopes that come with a scope. */
record ImpliedScopes(PropertySource source) {
  private static final String PREFIX = "mcp.scopes.implied.";

  /** Reports bad entries now, so that a deployment fails with all its problems in one message. */
  static ImpliedScopes read(PropertySource source) {
    ImpliedScopes implied = new ImpliedScopes(source);
    implied.listed().forEach(scope -> source.scopes(PREFIX + scope));
    return implied;
  }

  /**
   * Every configured scope with all that it implies, directly or through others, without itself.
   */
  Map<String, Set<String>> closure(Set<String> knownScopes) {
    Map<String, List<String>> direct = direct(knownScopes);
    Map<String, Set<String>> closed = new LinkedHashMap<>();
    direct.keySet().forEach(scope -> closed.put(scope, Set.copyOf(reached(scope, direct))));
    return Map.copyOf(closed);
  }

  /** Environment variables can't be listed as scopes, so every scope met is also looked up. */
  private Map<String, List<String>> direct(Set<String> knownScopes) {
    Map<String, List<String>> direct = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(knownScopes);
    open.addAll(listed(knownScopes));
    while (!open.isEmpty()) {
      String scope = open.remove();
      if (seen.add(scope)) {
        source.scopes(PREFIX + scope).ifPresent(implied -> direct.put(scope, implied));
        open.addAll(direct.getOrDefault(scope, List.of()));
      }
    }
    source.refuseIfBroken();
    return direct;
  }

  private static Set<String> reached(String scope, Map<String, List<String>> direct) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(direct.get(scope));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (!next.equals(scope) && reached.add(next)) {
        open.addAll(direct.getOrDefault(next, List.of()));
      }
    }
    return reached;
  }

  /**
   * Some servers list the variable MCP_SCOPES_IMPLIED_TODO_WRITE as {@code todo.write}; when it was
   * meant for {@code todo:write}, the other scope must not gain rights from it.
   */
  private Collection<String> listed(Set<String> knownScopes) {
    Set<String> meant = new HashSet<>();
    knownScopes.forEach(scope -> meant.add(PropertySource.variable(scope)));
    return listed().stream()
        .filter(scope -> !meant.contains(PropertySource.variable(scope)))
        .toList();
  }

  private List<String> listed() {
    Set<String> scopes = new LinkedHashSet<>();
    for (String name : source.names()) {
      if (name.startsWith(PREFIX) && name.length() > PREFIX.length()) {
        scopes.add(name.substring(PREFIX.length()));
      }
    }
    return List.copyOf(scopes);
  }
}
