package dev.gatehouse.engine.bean;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A method of a bean as CDI sees both: with the annotations that extensions gave them.
 *
 * @param isSession whether the bean is an EJB, whose container lets through public methods only
 */
public record BeanMethod(
    Bean<?> bean, AnnotatedType<?> type, AnnotatedMethod<?> annotated, boolean isSession) {

  public BeanMethod {
    Objects.requireNonNull(bean, "bean");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(annotated, "annotated");
  }

  /** The Java method. */
  public Method java() {
    return annotated.getJavaMember();
  }

  /** What is written on the method. */
  public <A extends Annotation> Optional<A> annotation(Class<A> wanted) {
    return Optional.ofNullable(annotated.getAnnotation(wanted));
  }

  /** What is written on the bean's class, and holds for its methods. */
  public <A extends Annotation> Optional<A> annotationOfType(Class<A> wanted) {
    return Optional.ofNullable(type.getAnnotation(wanted));
  }

  /** Its parameters, in order. */
  List<? extends AnnotatedParameter<?>> parameters() {
    return annotated.getParameters();
  }

  /** The class and method, for messages to the operator. */
  String location() {
    return java().getDeclaringClass().getName() + "." + java().getName();
  }

  /** The same with the types of its parameters, which tells it from its overloads. */
  String signature() {
    return Arrays.stream(java().getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", location() + "(", ")"));
  }

  /** Why nobody could call it, one sentence each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    int modifiers = java().getModifiers();
    if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
      problems.add("the method is neither private nor static, so that interceptors run");
    } else if (isSession && !Modifier.isPublic(modifiers)) {
      problems.add("make the method public, or the EJB's container refuses each call");
    }
    return problems;
  }
}
