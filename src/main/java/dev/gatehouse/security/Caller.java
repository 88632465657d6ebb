package dev.gatehouse.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The caller of this request, for tools: who it is, and whether it has one more scope. */
@ApplicationScoped
public class Caller {
  @Inject CallerHolder holder;

  /** The token's subject; unique at its issuer. */
  public String subject() {
    return identity().token().subject();
  }

  /** The token's issuer; a Scalekit environment has one name in both of its issuer forms. */
  public String issuer() {
    return identity().canonicalIssuer();
  }

  /** When the token expires. */
  public Instant expires() {
    return Instant.ofEpochSecond(identity().token().getExpirationTime());
  }

  /** The organization that the caller acts for. */
  public Optional<String> organization() {
    return identity().token().organization();
  }

  /** The client that the caller uses. */
  public Optional<String> clientId() {
    return identity().token().clientId();
  }

  /** The token's {@code jti}. */
  public Optional<String> tokenId() {
    return identity().token().tokenId();
  }

  /** Whom the token was issued for: all that its {@code aud} names. */
  public Set<String> audiences() {
    return identity().token().getAudience();
  }

  /** The scopes that the token grants, implied ones included. */
  public Set<String> scopes() {
    return identity().scopes();
  }

  /** Whether the token grants this scope: for extras that a tool offers to some callers. */
  public boolean hasScope(String scope) {
    return scopes().contains(scope);
  }

  /** Goes on, or ends the call in an HTTP 403 that names these scopes. */
  public void requireScope(String... scopes) {
    Set<String> needed = Set.copyOf(List.of(scopes));
    if (holder.current().filter(caller -> caller.scopes().containsAll(needed)).isEmpty()) {
      throw new InsufficientScopeException(needed);
    }
  }

  private Identity identity() {
    return holder
        .current()
        .orElseThrow(() -> new IllegalStateException("No MCP request runs on this thread"));
  }
}
