package dev.gatehouse.security.scope;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the scope decision of a method: its own annotation, else its class's. */
final class RequiredScopes {
  // RFC 6749, 3.3: scope-token
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private RequiredScopes() {}

  /** What is decided for a declaration, else for the one above it; empty when nobody decided. */
  static Optional<Set<String>> of(Declaration declaration) {
    return of(declaration.method(), declaration.beanClass())
        .or(() -> declaration.superior().flatMap(RequiredScopes::of));
  }

  /**
   * The scopes that the method needs, none for a public one; empty when nobody decided. Of two
   * decisions, the stricter one counts.
   */
  static Optional<Set<String>> of(Method method, Class<?> type) {
    if (method.isAnnotationPresent(NoScopeRequired.class) && !isContradiction(method)) {
      return Optional.of(Set.of());
    }
    return decided(method, type).map(decided -> Set.copyOf(List.of(decided.value())));
  }

  /** Whether the method says both that it needs scopes and that it needs none. */
  static boolean isContradiction(Method method) {
    return method.isAnnotationPresent(NoScopeRequired.class)
        && method.isAnnotationPresent(RequiresScope.class);
  }

  /** Whether the scopes can be sent in a challenge; an empty list decides nothing. */
  static boolean isUsable(Declaration declaration) {
    return decided(declaration.method(), declaration.beanClass())
        .map(decided -> List.of(decided.value()))
        .filter(scopes -> scopes.isEmpty() || !scopes.stream().allMatch(SCOPE.asMatchPredicate()))
        .isEmpty();
  }

  private static Optional<RequiresScope> decided(Method method, Class<?> type) {
    return Optional.ofNullable(method.getAnnotation(RequiresScope.class))
        .or(() -> Optional.ofNullable(type.getAnnotation(RequiresScope.class)));
  }
}
