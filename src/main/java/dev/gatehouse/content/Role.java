package dev.gatehouse.content;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who speaks, or who is spoken to.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/schema#role">MCP Role</a>
 */
public enum Role {
  /** Who uses the client. */
  USER,
  /** The model. */
  ASSISTANT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /**
   * The role that goes over the wire like this.
   *
   * @param value any JSON
   * @return the role, empty for what is none
   */
  public static Optional<Role> of(JsonValue value) {
    return value instanceof JsonString text
        ? Arrays.stream(values()).filter(role -> role.word.equals(text.getString())).findFirst()
        : Optional.empty();
  }

  /** {@return the role as it goes over the wire} */
  public String word() {
    return word;
  }
}
