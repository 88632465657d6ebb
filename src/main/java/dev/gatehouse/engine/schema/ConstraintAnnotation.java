package dev.gatehouse.engine.schema;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.groups.Default;
import jakarta.validation.valueextraction.Unwrapping;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Any constraint of Jakarta Validation, those of other authors included. */
record ConstraintAnnotation(Annotation annotation) {

  /** Those of the default group, which alone is checked at a call. */
  static Stream<ConstraintAnnotation> of(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .flatMap(ConstraintAnnotation::unpacked)
        .filter(a -> a.annotationType().isAnnotationPresent(Constraint.class))
        .map(ConstraintAnnotation::new)
        .filter(ConstraintAnnotation::isDefault);
  }

  /** Standard constraints on a value, where the Optional around it is what they would get. */
  boolean needsValue() {
    Class<?> type = annotation.annotationType();
    return type.getPackage() == NotNull.class.getPackage()
        && type != NotNull.class
        && type != Null.class
        && !classes("payload").contains(Unwrapping.Unwrap.class);
  }

  private boolean isDefault() {
    List<Class<?>> groups = classes("groups");
    return groups.isEmpty() || groups.contains(Default.class);
  }

  private List<Class<?>> classes(String member) {
    return member(annotation, member) instanceof Class<?>[] classes ? List.of(classes) : List.of();
  }

  // A constraint that is written twice comes in a list.
  private static Stream<Annotation> unpacked(Annotation annotation) {
    return member(annotation, "value") instanceof Annotation[] several
        ? Arrays.stream(several)
        : Stream.of(annotation);
  }

  private static Object member(Annotation annotation, String name) {
    try {
      return annotation.annotationType().getMethod(name).invoke(annotation);
    } catch (ReflectiveOperationException e) {
      return List.of();
    }
  }
}
