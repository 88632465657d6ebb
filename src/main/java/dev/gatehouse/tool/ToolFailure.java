package dev.gatehouse.tool;

import jakarta.ejb.ApplicationException;

/** Thrown by a tool to say no: the model reads the message in a result with {@code isError}. */
@ApplicationException(rollback = true)
public class ToolFailure extends BusinessException {
  private static final long serialVersionUID = 1L;

  /**
   * Says no.
   *
   * @param message what the caller may read and act on; no secrets, nothing internal
   */
  public ToolFailure(String message) {
    super(message);
  }
}
