package dev.gatehouse.client;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who speaks in a conversation with a model. */
public enum Role {
  USER,
  ASSISTANT;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  static Optional<Role> of(JsonValue value) {
    return value instanceof JsonString text
        ? Arrays.stream(values()).filter(r -> r.wireName.equals(text.getString())).findFirst()
        : Optional.empty();
  }

  /** As the protocol writes it: {@code user}. */
  public String wireName() {
    return wireName;
  }
}
