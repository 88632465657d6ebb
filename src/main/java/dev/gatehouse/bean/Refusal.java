package dev.gatehouse.bean;

import jakarta.ejb.ApplicationException;

/** A method says no, with a message that the caller may read and act on. */
@ApplicationException(rollback = true)
public abstract class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected Refusal(String message) {
    super(message);
  }
}
