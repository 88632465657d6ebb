package dev.gatehouse.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code mcp.scopes.implied.<scope>}: the scopes that come with a scope. The name of an environment
 * variable can't tell {@code todo:write} from {@code todo.write}; so a variable counts for scopes
 * that are known anyway, and is never read the other way round.
 */
record ImpliedScopes(PropertySource source) {
  private static final Logger LOG = System.getLogger(ImpliedScopes.class.getName());
  private static final String PREFIX = "mcp.scopes.implied.";

  /** Reports bad entries now, so that a deployment fails with all its problems in one message. */
  static ImpliedScopes read(PropertySource source) {
    ImpliedScopes implied = new ImpliedScopes(source);
    source.names(PREFIX).forEach(source::scopes);
    return implied;
  }

  /**
   * Every configured scope with all that it implies, directly or through others, without itself.
   */
  Map<String, Set<String>> closure(Set<String> knownScopes) {
    Map<String, List<String>> direct = direct(knownScopes);
    Map<String, Set<String>> closed = new LinkedHashMap<>();
    direct.keySet().forEach(scope -> closed.put(scope, Set.copyOf(reached(scope, direct))));
    unused(direct).forEach(ImpliedScopes::warn);
    return Map.copyOf(closed);
  }

  /** The environment variables that are for none of these scopes, nor for one that they imply. */
  Set<String> unusedVariables(Set<String> knownScopes) {
    return unused(direct(knownScopes));
  }

  private Set<String> unused(Map<String, List<String>> direct) {
    Set<String> unused = source.variables(PREFIX);
    direct.keySet().forEach(scope -> unused.remove(PropertySource.variable(PREFIX + scope)));
    return unused;
  }

  private static void warn(String variable) {
    LOG.log(
        Level.WARNING,
        "{0} is ignored: no tool needs a scope that it can stand for. For a scope that only implies"
            + " others, set the property {1}<scope> with the scope written as it is, in a file or"
            + " as a system property",
        variable,
        PREFIX);
  }

  private Map<String, List<String>> direct(Set<String> knownScopes) {
    Map<String, List<String>> direct = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(knownScopes);
    source.names(PREFIX).forEach(name -> open.add(name.substring(PREFIX.length())));
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
}
