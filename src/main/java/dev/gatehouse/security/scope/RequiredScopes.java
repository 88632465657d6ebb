package dev.gatehouse.security.scope;

import dev.gatehouse.engine.bean.BeanMethod;
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
    return decision(declaration).of().or(() -> declaration.superior().flatMap(RequiredScopes::of));
  }

  /** The same for a method that nobody declared. */
  static Optional<Set<String>> of(Method method, Class<?> type) {
    return new Decision(
            method.isAnnotationPresent(NoScopeRequired.class),
            Optional.ofNullable(method.getAnnotation(RequiresScope.class)),
            Optional.ofNullable(type.getAnnotation(RequiresScope.class)))
        .of();
  }

  private static Decision decision(Declaration declaration) {
    BeanMethod method = declaration.method();
    return new Decision(
        method.annotation(NoScopeRequired.class).isPresent(),
        method.annotation(RequiresScope.class),
        method.annotationOfType(RequiresScope.class));
  }

  /** Whether the method says both that it needs scopes and that it needs none. */
  static boolean isContradiction(Declaration declaration) {
    return decision(declaration).isContradiction();
  }

  /** Whether callers that don't come through MCP are let through. */
  static boolean isOnlyInMcp(Declaration declaration) {
    return decision(declaration).scopes().filter(RequiresScope::onlyInMcp).isPresent();
  }

  /** Whether the scopes can be sent in a challenge; an empty list decides nothing. */
  static boolean isUsable(Declaration declaration) {
    return decision(declaration)
        .scopes()
        .map(decided -> List.of(decided.value()))
        .filter(scopes -> scopes.isEmpty() || !scopes.stream().allMatch(SCOPE.asMatchPredicate()))
        .isEmpty();
  }

  /** What is written on a method and its class. */
  private record Decision(
      boolean none, Optional<RequiresScope> ofMethod, Optional<RequiresScope> ofType) {

    /** The scopes that the method needs; of two decisions, the stricter one counts. */
    Optional<Set<String>> of() {
      return none && !isContradiction()
          ? Optional.of(Set.of())
          : scopes().map(decided -> Set.copyOf(List.of(decided.value())));
    }

    boolean isContradiction() {
      return none && ofMethod.isPresent();
    }

    Optional<RequiresScope> scopes() {
      return ofMethod.or(() -> ofType);
    }
  }
}
