package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.tool.Description;
import dev.gatehouse.tool.Sensitive;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import java.lang.annotation.Annotation;
import java.util.Objects;
import java.util.Optional;

/** A parameter that is an argument, and the name that callers know it by. */
public record NamedParameter(String name, AnnotatedParameter<?> parameter, Class<?> owner) {

  public NamedParameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parameter, "parameter");
    Objects.requireNonNull(owner, "owner");
  }

  /** What is written on it. */
  public <A extends Annotation> Optional<A> annotation(Class<A> wanted) {
    return Optional.ofNullable(parameter.getAnnotation(wanted));
  }

  /** Its type without type arguments. */
  public Class<?> type() {
    return parameter.getJavaParameter().getType();
  }

  /** Whether its value must not be told. */
  public boolean isSensitive() {
    return parameter.isAnnotationPresent(Sensitive.class);
  }

  /** A required argument of this type about which its author said no more. */
  public Argument argument() {
    return argument("", true, "", "");
  }

  /** The argument with what its author said; what is empty was not said. */
  public Argument argument(
      String description, boolean required, String defaultValue, String header) {
    String written = annotation(Description.class).map(Description::value).orElse("");
    // Constraints are read where Jakarta Validation reads them: from Java, not from CDI.
    return new Argument(
        name,
        description.isEmpty() ? written : description,
        required,
        Optional.of(defaultValue).filter(value -> !value.isEmpty()),
        Optional.of(header).filter(value -> !value.isEmpty()),
        parameter.getJavaParameter().getParameterizedType(),
        parameter.getJavaParameter(),
        owner);
  }
}
