package dev.gatehouse.security.jwks;

import java.time.Duration;

/**
 * The issuer's keys can't be read, so the token may be good or bad: answer 503 with {@code
 * Retry-After} (RFC 9110 §10.2.3), never 401.
 */
public final class KeysUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  KeysUnavailableException(Duration retryAfter) {
    super("The keys of the authorization server can't be read");
    this.retryAfter = retryAfter;
  }

  /** When to try again: whole seconds, at least one. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
