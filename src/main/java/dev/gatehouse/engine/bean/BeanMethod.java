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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method of a bean as CDI sees both: with the annotations that extensions gave them.
 *
 * @param isSession whether the bean is an EJB, whose container lets through public methods only
 * @param source where it is offered, if not by annotations; for messages
 */
public record BeanMethod(
    Bean<?> bean,
    AnnotatedType<?> type,
    AnnotatedMethod<?> annotated,
    boolean isSession,
    Optional<String> source) {

  public BeanMethod {
    Objects.requireNonNull(bean, "bean");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(annotated, "annotated");
    Objects.requireNonNull(source, "source");
  }

  /** One that annotations offer. */
  public BeanMethod(
      Bean<?> bean, AnnotatedType<?> type, AnnotatedMethod<?> annotated, boolean isSession) {
    this(bean, type, annotated, isSession, Optional.empty());
  }

  /** Whether what offers it is no annotation, so that nobody else sees its scopes. */
  public boolean isMapped() {
    return source.isPresent();
  }

  /** Those methods of a class that others in it override, so that nobody can call them. */
  public static Set<Method> overridden(AnnotatedType<?> type) {
    InheritedMethods inherited = InheritedMethods.of(type.getJavaClass());
    return type.getMethods().stream()
        .flatMap(method -> inherited.overridden(method.getJavaMember()))
        .collect(Collectors.toSet());
  }

  /** The methods that it implements or overrides, the nearest first. */
  public List<Method> overridden() {
    return InheritedMethods.of(type.getJavaClass()).overridden(java()).toList();
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
    return name() + source.map(place -> ", " + place).orElse("");
  }

  private String name() {
    return java().getDeclaringClass().getName() + "." + java().getName();
  }

  /** The same with the types of its parameters, which tells it from its overloads. */
  String signature() {
    return Arrays.stream(java().getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", name() + "(", ")"));
  }

  /** Why nobody could call it, one sentence each. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    int modifiers = java().getModifiers();
    if (!isSession && Ejbs.isEjb(type.getAnnotations())) {
      problems.add(
          "the class is an EJB, and this server makes none here: use one that has EJBs, or a CDI scope and @Transactional");
    }
    if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
      problems.add("the method is neither private nor static, so that interceptors run");
    } else if (isSession && !Modifier.isPublic(modifiers)) {
      problems.add("make the method public, or the EJB's container refuses each call");
    }
    return problems;
  }
}
