package dev.gatehouse.content;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who speaks, or who is spoken to.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/schema#role">MCP Role</a>
 */
public enum Role {
  USER,
  ASSISTANT;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** Empty for what is no role. */
  public static Optional<Role> of(JsonValue value) {
    return value instanceof JsonString text
        ? Arrays.stream(values()).filter(role -> role.word.equals(text.getString())).findFirst()
        : Optional.empty();
  }

  /** The role as it goes over the wire. */
  public String word() {
    return word;
  }
}
