package dev.gatehouse.engine.bean;

import jakarta.decorator.Decorator;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types whose methods would be offered, if CDI made beans of them or of what implements them. CDI
 * does not tell of those that it passes over at once: in an archive with an empty {@code
 * beans.xml}, those without a scope.
 */
final class Unoffered {
  private static final Set<Class<? extends Annotation>> MEANT =
      Set.of(Alternative.class, Decorator.class, Interceptor.class);

  private final Map<Class<?>, String> methods = new LinkedHashMap<>();
  private final Set<Class<?>> offered = new HashSet<>();

  /** A class that may become a bean, or a type that one may implement. */
  void see(AnnotatedType<?> type, Set<Class<? extends Annotation>> annotations) {
    if (MEANT.stream().anyMatch(type::isAnnotationPresent)) {
      offer(type.getJavaClass());
      return;
    }
    type.getMethods().stream()
        .filter(method -> annotations.stream().anyMatch(method::isAnnotationPresent))
        .map(AnnotatedMethod::getJavaMember)
        .filter(method -> isItsOwn(method, type.getJavaClass()))
        .map(Method::getName)
        .sorted()
        .findFirst()
        .ifPresent(name -> methods.put(type.getJavaClass(), name));
  }

  // What an abstract class inherits is told of where it stands.
  private static boolean isItsOwn(Method method, Class<?> type) {
    return !isAbstract(type) || method.getDeclaringClass() == type;
  }

  private static boolean isAbstract(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers());
  }

  /** A class that became one, and offers what it inherits too. */
  void offer(Class<?> type) {
    offered.add(type);
    offered.addAll(InheritedMethods.of(type).above());
  }

  List<String> problems() {
    return methods.entrySet().stream()
        .filter(entry -> !offered.contains(entry.getKey()))
        .map(entry -> entry.getKey().getName() + "." + entry.getValue() + why(entry.getKey()))
        .sorted()
        .toList();
  }

  private static String why(Class<?> type) {
    if (isAbstract(type)) {
      return " is not offered, because no bean implements or inherits it: give a class that does a scope";
    }
    return Ejbs.isEjb(type)
        ? " is not offered, because its class is an EJB, and this server makes none here"
        : " is not offered, because CDI makes no bean of its class: give it a scope and a constructor without arguments, or one with @Inject";
  }
}
