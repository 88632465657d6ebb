package dev.gatehouse.resource;

import dev.gatehouse.tool.BusinessException;
import jakarta.ejb.ApplicationException;

/** There is no such resource: a JSON-RPC error for the caller. */
@ApplicationException(rollback = true)
public class ResourceNotFoundException extends BusinessException {
  private static final long serialVersionUID = 1L;

  /** Nothing more to say. */
  public ResourceNotFoundException() {
    this("Resource not found");
  }

  /**
   * Says more.
   *
   * @param message what the caller may read; no secrets, nothing internal
   */
  public ResourceNotFoundException(String message) {
    super(message);
  }
}
