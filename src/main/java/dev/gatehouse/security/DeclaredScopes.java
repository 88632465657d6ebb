package dev.gatehouse.security;

import dev.gatehouse.config.Settings;
import dev.gatehouse.tool.ToolDefinition;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which scopes each tool needs, which are offered, and which a token grants. */
@ApplicationScoped
public class ToolScopes {
  private Map<String, Set<String>> needed = Map.of();
  private List<String> supported = List.of();
  private List<String> offered = List.of();
  private Map<String, Set<String>> implied = Map.of();

  @Inject CallerHolder holder;

  @Inject
  void prepare(ToolRegistry registry, Settings settings) {
    Map<String, Set<String>> scopes = new HashMap<>();
    Set<String> all = new TreeSet<>();
    for (ToolDefinition tool : registry.all()) {
      Set<String> own = needed(tool);
      scopes.put(tool.name(), own);
      all.addAll(own);
    }
    // A refresh token is a matter between client and issuer, never this resource's.
    all.remove("offline_access");
    needed = scopes;
    supported = List.copyOf(all);
    offered = settings.defaultScopes().orElse(supported);
    implied = settings.impliedScopes(all);
  }

  private static Set<String> needed(ToolDefinition tool) {
    return RequiredScopes.of(tool.method(), tool.method().getDeclaringClass())
        .orElseThrow(() -> new IllegalStateException("No scope decision: " + tool.name()));
  }

  /** {@code scopes_supported}: what the tools need, sorted. */
  public List<String> supported() {
    return supported;
  }

  /** What a caller without a valid token is told to ask for. */
  public List<String> offered() {
    return offered;
  }

  /** Whether the current caller may use the tool. */
  public boolean allows(ToolDefinition tool) {
    Optional<Identity> caller = holder.current();
    return caller.isPresent() && caller.get().scopes().containsAll(needed.get(tool.name()));
  }

  /** Goes on when the current caller may use the tool. */
  public void demand(ToolDefinition tool) {
    if (!allows(tool)) {
      throw new InsufficientScopeException(needed.get(tool.name()));
    }
  }

  /** The scopes of a token and all that they imply. */
  Set<String> granted(Set<String> scopes) {
    if (implied.isEmpty()) {
      return scopes;
    }
    Set<String> granted = new HashSet<>(scopes);
    scopes.forEach(scope -> granted.addAll(implied.getOrDefault(scope, Set.of())));
    return granted;
  }
}
