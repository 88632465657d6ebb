package dev.gatehouse.schema;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * One argument as its author declared it.
 *
 * @param description empty for none
 * @param defaultValue the value when absent, as text
 * @param header the name behind {@code Mcp-Param-}
 * @param annotations where Bean Validation constraints are read
 */
public record Argument(
    String name,
    String description,
    boolean required,
    Optional<String> defaultValue,
    Optional<String> header,
    Type type,
    AnnotatedElement annotations) {}
