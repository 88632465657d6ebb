package dev.gatehouse.client;

import jakarta.ejb.ApplicationException;

/** The client does not want the answer any more. */
@ApplicationException(rollback = true)
public class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CancelledException() {
    super("The client cancelled the call");
  }
}
