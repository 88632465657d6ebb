package dev.gatehouse.engine.bean;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a bean's method is called: an EJB may have local interfaces instead of its class.
 *
 * @param type one of the bean's types
 * @param method the method there
 */
record BeanView(Type type, Method method) {

  /** The class, or else the nearest interface; empty if no type of the bean has the method. */
  static Optional<BeanView> of(BeanMethod method) {
    return Stream.concat(Stream.of(method.java()), method.overridden().stream())
        .flatMap(each -> of(method, each))
        .findFirst();
  }

  private static Stream<BeanView> of(BeanMethod method, Method called) {
    Class<?> own = method.type().getJavaClass();
    return method.bean().getTypes().stream()
        .filter(type -> raw(type) == called.getDeclaringClass() || raw(type) == own)
        .filter(type -> raw(type) != own || called.equals(method.java()))
        .map(type -> new BeanView(raw(type) == own ? method.bean().getBeanClass() : type, called));
  }

  private static Type raw(Type type) {
    return type instanceof ParameterizedType held ? held.getRawType() : type;
  }
}
