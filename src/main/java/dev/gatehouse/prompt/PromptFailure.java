package dev.gatehouse.prompt;

import dev.gatehouse.tool.BusinessException;
import jakarta.ejb.ApplicationException;

/** Thrown by a prompt to say no: the message goes to the caller as a JSON-RPC error. */
@ApplicationException(rollback = true)
public class PromptFailure extends BusinessException {
  private static final long serialVersionUID = 1L;

  /**
   * Says no.
   *
   * @param message what the caller may read and act on; no secrets, nothing internal
   */
  public PromptFailure(String message) {
    super(message);
  }
}
