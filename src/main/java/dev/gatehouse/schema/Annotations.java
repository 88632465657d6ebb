package dev.gatehouse.schema;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
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
        declarations.stream().flatMap(d -> Stream.concat(Stream.of(d), typeUse(d))).toList());
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
