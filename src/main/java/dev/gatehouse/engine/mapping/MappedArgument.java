package dev.gatehouse.engine.mapping;

import jakarta.json.JsonValue;
import java.util.Objects;
import java.util.Optional;

/**
 * What the mapping file says of an argument; what is empty it does not say.
 *
 * @param value what it is when absent, or always if hidden
 * @param isHidden whether callers can't give it
 */
public record MappedArgument(
    Optional<String> name,
    Optional<String> description,
    Optional<Boolean> required,
    Optional<JsonValue> value,
    boolean isHidden,
    boolean isSensitive) {

  public MappedArgument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(required, "required");
    Objects.requireNonNull(value, "value");
  }
}
