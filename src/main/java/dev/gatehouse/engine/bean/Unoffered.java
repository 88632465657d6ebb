package dev.gatehouse.engine.bean;

import jakarta.decorator.Decorator;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Classes whose methods would be offered, if CDI made beans of them. CDI does not tell of classes
 * that it passes over at once: in an archive with an empty {@code beans.xml}, those without a
 * scope.
 */
final class Unoffered {
  private static final Set<Class<? extends Annotation>> MEANT =
      Set.of(Alternative.class, Decorator.class, Interceptor.class);

  private final Map<Class<?>, String> methods = new LinkedHashMap<>();

  /** A class that may become a bean. */
  void see(AnnotatedType<?> type, Set<Class<? extends Annotation>> annotations) {
    if (Modifier.isAbstract(type.getJavaClass().getModifiers())
        || MEANT.stream().anyMatch(type::isAnnotationPresent)) {
      return;
    }
    type.getMethods().stream()
        .filter(method -> annotations.stream().anyMatch(method::isAnnotationPresent))
        .map(Unoffered::name)
        .sorted()
        .findFirst()
        .ifPresent(name -> methods.put(type.getJavaClass(), name));
  }

  private static String name(AnnotatedMethod<?> method) {
    return method.getJavaMember().getName();
  }

  /** A class that became one, and offers what it inherits too. */
  void offer(Class<?> type) {
    Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass).forEach(methods::remove);
  }

  List<String> problems() {
    return methods.entrySet().stream()
        .map(entry -> entry.getKey().getName() + "." + entry.getValue() + why(entry.getKey()))
        .sorted()
        .toList();
  }

  private static String why(Class<?> type) {
    return Ejbs.isEjb(type)
        ? " is not offered, because its class is an EJB, and this server makes none here"
        : " is not offered, because CDI makes no bean of its class: give it a scope and a constructor without arguments, or one with @Inject";
  }
}
