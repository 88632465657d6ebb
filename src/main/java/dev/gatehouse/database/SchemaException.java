package dev.gatehouse.database;

/** The database has tables that this application can't use. */
final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SchemaException(String message) {
    super(message, null, false, false);
  }
}
