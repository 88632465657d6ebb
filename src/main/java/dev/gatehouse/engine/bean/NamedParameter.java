package dev.gatehouse.engine.bean;

import dev.gatehouse.tool.Sensitive;
import java.lang.reflect.Parameter;
import java.util.Objects;

/** A parameter that is an argument, and the name that callers know it by. */
public record NamedParameter(String name, Parameter parameter) {

  public NamedParameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parameter, "parameter");
  }

  /** Whether its value must not be told. */
  public boolean isSensitive() {
    return parameter.isAnnotationPresent(Sensitive.class);
  }
}
