package dev.gatehouse.engine.schema;

import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is written at a place: on the declaration and on the use of the type there. */
record Annotations(List<AnnotatedElement> elements) {
  static final Annotations NONE = new Annotations(List.of());

  Annotations {
    elements = List.copyOf(elements);
  }

  static Annotations of(List<AnnotatedElement> declarations) {
    return new Annotations(
        declarations.stream()
            .flatMap(d -> Stream.concat(Stream.of(d), InheritedParameters.of(d)))
            .flatMap(d -> Stream.concat(Stream.of(d), typeUse(d)))
            .toList());
  }

  Annotations and(Annotations others) {
    return new Annotations(Stream.concat(elements.stream(), others.elements.stream()).toList());
  }

  /** What is written on a type argument, as in {@code List<@NotBlank String>}. */
  Annotations argument(int index) {
    return new Annotations(
        elements.stream()
            .filter(AnnotatedParameterizedType.class::isInstance)
            .map(use -> ((AnnotatedParameterizedType) use).getAnnotatedActualTypeArguments())
            .filter(arguments -> arguments.length > index)
            .<AnnotatedElement>map(arguments -> arguments[index])
            .toList());
  }

  <A extends Annotation> Stream<A> all(Class<A> type) {
    return elements.stream().flatMap(e -> Arrays.stream(e.getAnnotationsByType(type)));
  }

  boolean has(Class<? extends Annotation> type) {
    return all(type).findAny().isPresent();
  }

  /** Whether Jakarta Validation has anything to check here, in the default group. */
  boolean constrained() {
    return elements.stream().flatMap(ConstraintAnnotation::of).findAny().isPresent();
  }

  /** The same, written at uses of the type of this kind only. */
  boolean constrainedAs(Class<? extends AnnotatedType> use) {
    return elements.stream().filter(use::isInstance).flatMap(ConstraintAnnotation::of).count() > 0;
  }

  /** Whether a constraint means the value inside of an Optional, which it does not reach. */
  boolean constrainedInside() {
    return elements.stream()
        .flatMap(ConstraintAnnotation::of)
        .anyMatch(ConstraintAnnotation::needsValue);
  }

  /** Whether it says anything to Jakarta Validation. */
  boolean matters() {
    return constrained() || has(Valid.class);
  }

  /** Whether the elements of an array are constrained in their type arguments. */
  boolean constrainedBelowArray() {
    return elements.stream()
        .filter(AnnotatedArrayType.class::isInstance)
        .anyMatch(use -> constrainedArguments((AnnotatedType) use));
  }

  private static boolean constrainedArguments(AnnotatedType use) {
    if (use instanceof AnnotatedArrayType array) {
      return constrainedArguments(array.getAnnotatedGenericComponentType());
    }
    return use instanceof AnnotatedParameterizedType generic
        && Arrays.stream(generic.getAnnotatedActualTypeArguments())
            .anyMatch(a -> new Annotations(List.of(a)).constrained() || constrainedArguments(a));
  }

  private static Stream<AnnotatedElement> typeUse(AnnotatedElement declaration) {
    if (declaration instanceof Parameter parameter) {
      return Stream.of(parameter.getAnnotatedType());
    }
    if (declaration instanceof Field field) {
      return Stream.of(field.getAnnotatedType());
    }
    if (declaration instanceof Method method) {
      return Stream.of(method.getAnnotatedReturnType());
    }
    return Stream.empty();
  }
}
