package dev.gatehouse.security;

import dev.gatehouse.bean.Declaration;
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

  /** The scopes that the method needs, none for a public one; empty when nobody decided. */
  static Optional<Set<String>> of(Method method, Class<?> type) {
    if (method.isAnnotationPresent(PublicTool.class)) {
      return Optional.of(Set.of());
    }
    RequiresScope own = method.getAnnotation(RequiresScope.class);
    RequiresScope decided = own != null ? own : type.getAnnotation(RequiresScope.class);
    return decided == null ? Optional.empty() : Optional.of(Set.copyOf(List.of(decided.value())));
  }

  /** Whether the scopes can be sent in a challenge; an empty list decides nothing. */
  static boolean isUsable(Declaration declaration) {
    RequiresScope own = declaration.method().getAnnotation(RequiresScope.class);
    RequiresScope decided =
        own != null ? own : declaration.beanClass().getAnnotation(RequiresScope.class);
    if (decided == null) {
      return true;
    }
    String[] scopes = decided.value();
    return scopes.length > 0
        && List.of(scopes).stream().allMatch(scope -> SCOPE.matcher(scope).matches());
  }
}
