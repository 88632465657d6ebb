package dev.gatehouse.content;

import java.util.Locale;

/**
 * Who speaks, or who is spoken to.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/schema#role">MCP Role</a>
 */
public enum Role {
  USER,
  ASSISTANT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The role as it goes over the wire. */
  public String word() {
    return word;
  }
}
