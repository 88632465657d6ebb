package dev.gatehouse.security.scope;

import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which scopes each tool, prompt, resource and completion needs, and which a token grants. */
@ApplicationScoped
public class DeclaredScopes {
  private Map<Declaration, Set<String>> needed = Map.of();
  private List<String> supported = List.of();
  private List<String> offered = List.of();
  private Map<String, Set<String>> implied = Map.of();

  @Inject
  void prepare(
      ToolExtension tools,
      PromptExtension prompts,
      ResourceExtension resources,
      CompletionExtension completions,
      Settings settings) {
    Map<Declaration, Set<String>> scopes = new HashMap<>();
    Set<String> all = new TreeSet<>();
    for (Declarations some : List.of(tools, prompts, resources, completions)) {
      for (Declaration declaration : some.declarations()) {
        Set<String> own = decided(declaration);
        scopes.put(declaration, own);
        all.addAll(own);
      }
    }
    // A refresh token is a matter between client and issuer, never this resource's.
    all.remove("offline_access");
    needed = scopes;
    supported = List.copyOf(all);
    offered = settings.defaultScopes().orElse(supported);
    implied = settings.impliedScopes(all);
  }

  private static Set<String> decided(Declaration declaration) {
    return RequiredScopes.of(declaration)
        .orElseThrow(() -> new IllegalStateException("No scope decision: " + declaration));
  }

  /** {@code scopes_supported}: what all declarations need together, sorted. */
  public List<String> supported() {
    return supported;
  }

  /** What a caller without a valid token is told to ask for. */
  public List<String> offered() {
    return offered;
  }

  /** Every scope that is needed for what is declared. */
  public Set<String> needed(Declaration declaration) {
    return needed.get(declaration);
  }

  /** Whether a caller may use what is declared. */
  public boolean allows(Caller caller, Declaration declaration) {
    return caller.scopes().containsAll(needed(declaration));
  }

  /** The scopes of a token and all that they imply. */
  public Set<String> granted(Set<String> scopes) {
    if (implied.isEmpty()) {
      return scopes;
    }
    Set<String> granted = new HashSet<>(scopes);
    scopes.forEach(scope -> granted.addAll(implied.getOrDefault(scope, Set.of())));
    return granted;
  }
}
