package dev.gatehouse.mcp.modern.round;

/** A requestState that can't be used here and now; why, is in the server's log. */
final class InvalidStateException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidStateException() {
    super("requestState is not valid here", null, false, false);
  }
}
