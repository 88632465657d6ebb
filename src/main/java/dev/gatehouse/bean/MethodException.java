package dev.gatehouse.tool;

/** A checked exception that a tool let out: a fault of ours, not an answer for the caller. */
final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ToolException(String message, Throwable cause) {
    super(message, cause);
  }
}
