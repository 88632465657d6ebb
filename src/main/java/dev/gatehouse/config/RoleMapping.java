package dev.gatehouse.config;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which roles a caller has: {@code mcp.roles.from} says where names of roles are, {@code
 * mcp.roles.<role>} by which of these names a role is given. A role without such a setting is given
 * by its own name.
 */
public final class RoleMapping {
  private static final Setting<List<String>> SETTING = KnownSettings.ROLE;

  private final List<RoleClaim> from;
  private final Map<String, List<String>> given;

  private RoleMapping(List<RoleClaim> from, Map<String, List<String>> given) {
    this.from = from;
    this.given = given;
  }

  /** Reports bad entries now, so that a deployment fails with all its problems in one message. */
  static RoleMapping read(PropertySource source) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (ConfiguredName name : source.names()) {
      if (name.means(SETTING) && !name.means(KnownSettings.ROLES_FROM)) {
        String role = role(name);
        given.put(role, source.read(SETTING.at(role)));
      }
    }
    return new RoleMapping(source.read(KnownSettings.ROLES_FROM), Map.copyOf(given));
  }

  // The name of a variable can't tell.
  private static String role(ConfiguredName name) {
    String whole = name.withoutProfile();
    String role = whole.substring(SETTING.prefix().length());
    return name.isVariable() ? role.toLowerCase(Locale.ROOT) : role;
  }

  /** The roles of a caller of whom the token says this. */
  public Set<String> roles(Set<String> groups, Set<String> roles, Set<String> scopes) {
    Map<RoleClaim, Set<String>> claims = new EnumMap<>(RoleClaim.class);
    claims.put(RoleClaim.GROUPS, groups);
    claims.put(RoleClaim.ROLES, roles);
    claims.put(RoleClaim.SCOPES, scopes);
    Set<String> names = new HashSet<>();
    from.forEach(claim -> names.addAll(claims.get(claim)));
    Set<String> held = new HashSet<>(names);
    held.removeAll(given.keySet());
    given.forEach(
        (role, givers) -> {
          if (givers.stream().anyMatch(names::contains)) {
            held.add(role);
          }
        });
    return held;
  }
}
