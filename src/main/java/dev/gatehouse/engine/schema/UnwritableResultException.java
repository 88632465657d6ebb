package dev.gatehouse.engine.schema;

/** A tool's result that JSON, or the tool's own schema, has no place for; names the member. */
public final class UnwritableResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnwritableResultException(String message) {
    super(message);
  }
}
