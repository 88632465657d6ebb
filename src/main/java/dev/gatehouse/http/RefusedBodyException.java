package dev.gatehouse.http;

/** A body that is not read to its end: the status and the sentence for its client. */
final class RefusedBodyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedBodyException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
