package dev.gatehouse.interaction;

import jakarta.ejb.ApplicationException;

/** The client was asked and gave no usable answer: an error, silence, or wrong ones only. */
@ApplicationException(rollback = true)
public final class UnansweredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message that the client may read. */
  public UnansweredException(String message) {
    super(message);
  }
}
