package dev.gatehouse.engine.outcome;

/** A checked exception that a method let out: a fault of ours, not an answer for the caller. */
public final class MethodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MethodException(String message, Throwable cause) {
    super(message, cause);
  }
}
