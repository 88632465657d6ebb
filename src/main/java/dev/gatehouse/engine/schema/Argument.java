package dev.gatehouse.engine.schema;

import dev.gatehouse.tool.Description;
import jakarta.json.JsonValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;

/**
 * One argument of a tool as its author declared it.
 *
 * @param description what it means; empty if the author said nothing
 * @param defaultValue what an absent argument is read as: the text itself for a JSON string,
 *     otherwise JSON
 * @param header the name after {@code Mcp-Param-} under which clients repeat the value ({@code
 *     x-mcp-header})
 * @param annotations where Bean Validation constraints and {@link Description} are read: the
 *     parameter
 * @param owner the bean, which may say what type variables stand for
 * @param value the same as {@code defaultValue}, as JSON that must be of the very type
 * @param hidden whether callers can't give it, so that it is always read as absent
 */
public record Argument(
    String name,
    String description,
    boolean required,
    Optional<String> defaultValue,
    Optional<String> header,
    Type type,
    AnnotatedElement annotations,
    Class<?> owner,
    Optional<JsonValue> value,
    boolean hidden) {

  public Argument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(annotations, "annotations");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(value, "value");
  }

  /** One that callers give. */
  public Argument(
      String name,
      String description,
      boolean required,
      Optional<String> defaultValue,
      Optional<String> header,
      Type type,
      AnnotatedElement annotations,
      Class<?> owner) {
    this(
        name,
        description,
        required,
        defaultValue,
        header,
        type,
        annotations,
        owner,
        Optional.empty(),
        false);
  }

  /** The same with a value as JSON, or hidden. */
  public Argument with(Optional<JsonValue> json, boolean isHidden) {
    return new Argument(
        name,
        description,
        required && !isHidden,
        json.isPresent() ? Optional.empty() : defaultValue,
        header,
        type,
        annotations,
        owner,
        json,
        isHidden);
  }

  boolean hasValue() {
    return value.isPresent() || defaultValue.isPresent();
  }
}
