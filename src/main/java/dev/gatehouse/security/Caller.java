package dev.gatehouse.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls: the verified access token of the request. Inject it: it is the caller of the request
 * on the thread that asks, and each method throws {@link IllegalStateException} where there is
 * none.
 */
public interface Caller {

  /** {@return the token's subject; unique at its issuer} */
  String subject();

  /** {@return the token's issuer; a Scalekit environment has one name in both of its forms} */
  String issuer();

  /** {@return when the token expires} */
  Instant expires();

  /** {@return the organization that the caller acts for} */
  Optional<String> organization();

  /** {@return the client that the caller uses} */
  Optional<String> clientId();

  /** {@return the token's {@code jti}} */
  Optional<String> tokenId();

  /** {@return whom the token was issued for: all that its {@code aud} names} */
  Set<String> audiences();

  /** {@return the scopes that the token grants, implied ones included} */
  Set<String> scopes();

  /**
   * Whether the token grants this scope: for extras that a tool offers to some callers.
   *
   * @param scope one scope
   * @return whether the token grants it or implies it
   */
  default boolean hasScope(String scope) {
    return scopes().contains(scope);
  }

  /**
   * Goes on, or ends the call in an HTTP 403 that names these scopes.
   *
   * @param scopes one or several, all needed, each once
   * @throws InsufficientScopeException when the token lacks one of them
   */
  default void requireScope(String... scopes) {
    Set<String> needed = Set.of(scopes);
    if (!scopes().containsAll(needed)) {
      throw new InsufficientScopeException(needed);
    }
  }
}
