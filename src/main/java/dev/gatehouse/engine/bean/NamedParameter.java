package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.schema.Argument;
import dev.gatehouse.tool.Description;
import jakarta.enterprise.inject.spi.Annotated;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter that is an argument, or a part of one, and the name that callers know it by.
 *
 * @param known its name where nobody gave it another
 * @param written with the annotations that count
 * @param java the same in Java
 */
public record NamedParameter(
    String name,
    String known,
    Annotated written,
    AnnotatedElement java,
    Type generic,
    Class<?> owner,
    boolean isSensitive) {

  public NamedParameter {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(written, "written");
    Objects.requireNonNull(java, "java");
    Objects.requireNonNull(generic, "generic");
    Objects.requireNonNull(owner, "owner");
  }

  /** What is written on it. */
  public <A extends Annotation> Optional<A> annotation(Class<A> wanted) {
    return Optional.ofNullable(written.getAnnotation(wanted));
  }

  /** Its type without type arguments. */
  public Class<?> type() {
    Type raw = generic instanceof ParameterizedType held ? held.getRawType() : generic;
    return raw instanceof Class<?> type ? type : Object.class;
  }

  /** A required argument of this type about which its author said no more. */
  public Argument argument() {
    return argument("", true, "", "");
  }

  /** The argument with what its author said; what is empty was not said. */
  public Argument argument(
      String description, boolean required, String defaultValue, String header) {
    String described = annotation(Description.class).map(Description::value).orElse("");
    // Constraints are read where Jakarta Validation reads them: from Java, not from CDI.
    return new Argument(
        name,
        description.isEmpty() ? described : description,
        required,
        Optional.of(defaultValue).filter(value -> !value.isEmpty()),
        Optional.of(header).filter(value -> !value.isEmpty()),
        generic,
        java,
        owner);
  }
}
