package dev.gatehouse.mcp.call;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A call that its caller has the right to does not run now. */
public final class CallRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // JSON-RPC 2.0, 5.1 leaves codes outside its reserved range to applications.
  private static final int TOO_MANY = 429;
  private static final int OFF = 503;

  private final int status;
  private final int code;
  private final transient Optional<Duration> retryAfter;

  private CallRefusedException(
      int status, int code, String message, Optional<Duration> retryAfter) {
    super(Objects.requireNonNull(message, "message"), null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Too many calls: HTTP 429 with {@code Retry-After}, and the JSON-RPC error code 429. */
  public static CallRefusedException tooMany(String message, Duration retryAfter) {
    return new CallRefusedException(429, TOO_MANY, message, Optional.of(retryAfter));
  }

  /**
   * What is called is switched off: the JSON-RPC error code 503 under HTTP 200, since everything
   * else of the server works.
   */
  public static CallRefusedException off(String message) {
    return new CallRefusedException(200, OFF, message, Optional.empty());
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
