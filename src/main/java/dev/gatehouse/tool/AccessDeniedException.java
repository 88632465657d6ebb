package dev.gatehouse.tool;

import jakarta.ejb.ApplicationException;

/** The caller may not do this: passes every layer unwrapped, up to the HTTP answer. */
@ApplicationException(rollback = true, inherited = true)
public abstract class AccessDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With no cause.
   *
   * @param message what the caller may read
   */
  protected AccessDeniedException(String message) {
    super(message, null, false, false);
  }
}
