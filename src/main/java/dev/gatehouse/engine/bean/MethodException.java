package dev.gatehouse.engine.bean;

/** A checked exception that a method let out: a fault of ours, not an answer for the caller. */
final class MethodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MethodException(String message, Throwable cause) {
    super(message, cause);
  }
}
