package dev.gatehouse.tool;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Objects;

/**
 * Thrown by a method when what it needs is away for now, such as a database: HTTP 503 with {@code
 * Retry-After} where the answer has not begun, else a JSON-RPC error.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.6.4">RFC 9110, 15.6.4</a>
 */
@ApplicationException(rollback = true)
public class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * Not now.
   *
   * @param message what the caller may read; no secrets, nothing internal
   * @param retryAfter when it is worth trying again, at least a second
   */
  public UnavailableException(String message, Duration retryAfter) {
    super(Objects.requireNonNull(message, "message"), null, false, false);
    if (retryAfter.toSeconds() < 1) {
      throw new IllegalArgumentException("To try again at once makes it worse");
    }
    this.retryAfter = retryAfter;
  }

  /**
   * When it is worth trying again.
   *
   * @return at least a second
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
