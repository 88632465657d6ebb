package dev.gatehouse.interaction;

import jakarta.ejb.ApplicationException;

/** The client no longer waits for this call; let it pass, so that transactions roll back. */
@ApplicationException(rollback = true)
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** As {@link Cancellation#check} throws it. */
  public CancelledException() {
    super("The client cancelled this call", null, false, false);
  }
}
