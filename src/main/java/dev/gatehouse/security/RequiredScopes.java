package dev.gatehouse.security;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the scope decision of a method: its own annotation, else its class's. */
final class RequiredScopes {
  // RFC 6749, 3.3: scope-token
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private RequiredScopes() {}

  /** The scopes that the method needs, none for a public tool; empty when nobody decided. */
  static Optional<Set<String>> of(Method method, Class<?> type) {
    if (method.isAnnotationPresent(PublicTool.class)) {
      return Optional.of(Set.of());
    }
    RequiresScope own = method.getAnnotation(RequiresScope.class);
    RequiresScope decided = own != null ? own : type.getAnnotation(RequiresScope.class);
    return decided == null ? Optional.empty() : Optional.of(Set.of(decided.value()));
  }

  /** Whether the scopes can be sent in a challenge; an empty list decides nothing. */
  static boolean isUsable(Method method, Class<?> type) {
    RequiresScope own = method.getAnnotation(RequiresScope.class);
    RequiresScope decided = own != null ? own : type.getAnnotation(RequiresScope.class);
    if (decided == null) {
      return true;
    }
    String[] scopes = decided.value();
    return scopes.length > 0
        && Set.of(scopes).stream().allMatch(scope -> SCOPE.matcher(scope).matches());
  }
}
