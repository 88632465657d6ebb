package dev.gatehouse.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code mcp.scopes.implied.<scope>}: the scopes that come with a scope.
 *
 * <p>A property names its scope as it is. The name of an environment variable can't tell {@code
 * todo:write} from {@code todo.write}; so no scope is read from it, but each scope that is known
 * anyway (a tool needs it, a property names it, another one includes it) is looked up by it.
 */
record ImpliedScopes(PropertySource source) {
  /** RFC 6749 §3.3 {@code scope-token}, without the comma that separates our lists. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x5B\\x5D-\\x7E]+");

  private static final Setting<List<String>> SETTING = KnownSettings.IMPLIED_SCOPES;

  /** More letters make another word. */
  private static final int MISSPELT = 2;

  private static final String UNUSED =
      " means nothing: no tool needs a scope that it can stand for. For a scope that only includes"
          + " others, set the property "
          + SETTING.name()
          + " with the scope as it is, in a file or as a system property.";

  static String scope(String entry) {
    if (!SCOPE.matcher(entry).matches()) {
      throw new IllegalArgumentException(
          "must be a comma-separated list of scopes without spaces, quotes or backslashes");
    }
    return entry;
  }

  /** Reports bad entries now, so that a deployment fails with all its problems in one message. */
  static ImpliedScopes read(PropertySource source) {
    ImpliedScopes implied = new ImpliedScopes(source);
    implied.named().forEach(scope -> source.read(SETTING.at(scope)));
    return implied;
  }

  /**
   * Every configured scope with all that it implies, directly or through others, without itself.
   */
  Map<String, Set<String>> closure(Set<String> needed) {
    Map<String, List<String>> direct = direct(needed);
    Map<String, Set<String>> closed = new LinkedHashMap<>();
    for (String scope : direct.keySet()) {
      Set<String> reached = reached(direct.get(scope), direct);
      reached.remove(scope);
      closed.put(scope, Set.copyOf(reached));
    }
    return Map.copyOf(closed);
  }

  /** A sentence for each entry that means nothing, or hardly what it says. */
  List<String> remarks(Set<String> needed) {
    Map<String, List<String>> direct = direct(needed);
    Set<String> included = new HashSet<>(needed);
    direct.values().forEach(included::addAll);
    Set<String> including = new HashSet<>(needed);
    including.addAll(direct.keySet());

    List<String> remarks = new ArrayList<>();
    unusedVariables(direct.keySet()).forEach(variable -> remarks.add(variable + UNUSED));
    direct.forEach(
        (scope, others) -> {
          remarkMisspelt(scope, Set.of(scope), included, needed, remarks);
          remarkMisspelt(scope, others, including, needed, remarks);
        });
    return remarks;
  }

  /** A scope that is nothing like one of a tool may well be known to the issuer alone. */
  private static void remarkMisspelt(
      String entry,
      Collection<String> scopes,
      Set<String> known,
      Set<String> needed,
      List<String> remarks) {
    for (String scope : scopes) {
      new TreeSet<>(needed)
          .stream()
              .filter(tools -> !known.contains(scope))
              .filter(tools -> EditDistance.between(scope, tools) <= MISSPELT)
              .min(Comparator.comparingInt(tools -> EditDistance.between(scope, tools)))
              .ifPresent(
                  nearest ->
                      remarks.add(
                          "%s may mean nothing: no tool needs %s, the nearest scope is %s."
                              .formatted(SETTING.at(entry).name(), scope, nearest)));
    }
  }

  private Set<String> unusedVariables(Collection<String> used) {
    Set<String> unused = new TreeSet<>();
    entries().filter(ConfiguredName::isVariable).forEach(name -> unused.add(name.text()));
    used.forEach(scope -> unused.remove(Setting.variable(SETTING.at(scope).name())));
    return unused;
  }

  private List<String> named() {
    return entries()
        .filter(name -> !name.isVariable())
        .map(name -> name.withoutProfile().substring(SETTING.prefix().length()))
        .distinct()
        .toList();
  }

  private Stream<ConfiguredName> entries() {
    return source.names().stream().filter(name -> name.means(SETTING));
  }

  /** What is set for each known scope; what that includes is known by it. */
  private Map<String, List<String>> direct(Set<String> needed) {
    Map<String, List<String>> direct = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(needed);
    open.addAll(named());
    while (!open.isEmpty()) {
      String scope = open.remove();
      List<String> included = seen.add(scope) ? source.read(SETTING.at(scope)) : List.of();
      if (!included.isEmpty()) {
        direct.put(scope, included);
        open.addAll(included);
      }
    }
    source.refuseIfBroken(List.of());
    return direct;
  }

  private static Set<String> reached(List<String> first, Map<String, List<String>> direct) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(first);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (reached.add(next)) {
        open.addAll(direct.getOrDefault(next, List.of()));
      }
    }
    return reached;
  }
}
