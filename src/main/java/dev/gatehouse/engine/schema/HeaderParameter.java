package dev.gatehouse.engine.schema;

import java.util.Objects;

/**
 * A property that clients repeat in the HTTP header {@code Mcp-Param-<header>}, and how its value
 * is compared.
 */
public record HeaderParameter(String header, String property, Kind kind) {

  public HeaderParameter {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(kind, "kind");
  }

  /** The JSON types that a header can carry. */
  public enum Kind {
    STRING,
    INTEGER,
    BOOLEAN
  }
}
