package dev.gatehouse.tool;

import jakarta.ejb.ApplicationException;

/** A method says no, with a message that the caller may read and act on. */
@ApplicationException(rollback = true)
public abstract class BusinessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With no cause.
   *
   * @param message what the caller may read
   */
  protected BusinessException(String message) {
    super(message);
  }
}
