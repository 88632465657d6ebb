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

  /** With a message that the caller may read. */
  public ResourceNotFoundException(String message) {
    super(message);
  }
}
