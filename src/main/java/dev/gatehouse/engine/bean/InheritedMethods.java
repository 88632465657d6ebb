package dev.gatehouse.engine.bean;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The methods that those of a class implement or override: Java does not hand down the annotations
 * of methods, so that CDI would not see them.
 *
 * @param above the interfaces and superclasses, the nearest first
 */
record InheritedMethods(List<Class<?>> above) {
  private static final String OURS = "dev.gatehouse.";

  static InheritedMethods of(Class<?> type) {
    Set<Class<?>> above = new LinkedHashSet<>();
    addAbove(type, above);
    above.remove(Object.class);
    return new InheritedMethods(List.copyOf(above));
  }

  private static void addAbove(Class<?> type, Set<Class<?>> above) {
    Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
        .filter(above::add)
        .forEach(each -> addAbove(each, above));
  }

  /** Those on which, or on whose parameters or interface, Gatehouse's words stand. */
  List<Method> of(Method method) {
    return overridden(method).filter(InheritedMethods::says).toList();
  }

  /** All of them. */
  Stream<Method> overridden(Method method) {
    int modifiers = method.getModifiers();
    if (method.isBridge() || Modifier.isAbstract(modifiers) || Modifier.isStatic(modifiers)) {
      return Stream.empty();
    }
    return above.stream()
        .filter(type -> type != method.getDeclaringClass())
        .filter(type -> type.isInterface() || type.isAssignableFrom(method.getDeclaringClass()))
        .flatMap(type -> overridden(type, method));
  }

  // An overload that happens to fit a generic method is not meant where the very types are written.
  private static Stream<Method> overridden(Class<?> type, Method method) {
    List<Method> named =
        Arrays.stream(type.getDeclaredMethods())
            .filter(other -> other.getName().equals(method.getName()))
            .filter(other -> !other.isBridge() && isInherited(other, method))
            .toList();
    List<Method> same = named.stream().filter(other -> isSame(other, method)).toList();
    return same.isEmpty() ? named.stream().filter(other -> fits(method, other)) : same.stream();
  }

  private static boolean isInherited(Method other, Method method) {
    int modifiers = other.getModifiers();
    boolean visible =
        Modifier.isPublic(modifiers)
            || Modifier.isProtected(modifiers)
            || other.getDeclaringClass().getPackage() == method.getDeclaringClass().getPackage();
    return visible && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers);
  }

  private static boolean isSame(Method one, Method other) {
    return Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }

  private static boolean fits(Method method, Method above) {
    Class<?>[] own = method.getParameterTypes();
    Class<?>[] generic = above.getParameterTypes();
    return own.length == generic.length
        && Arrays.stream(above.getGenericParameterTypes()).anyMatch(t -> !(t instanceof Class<?>))
        && IntStream.range(0, own.length).allMatch(i -> generic[i].isAssignableFrom(own[i]));
  }

  private static boolean says(Method method) {
    return Stream.concat(
            Stream.of(method.getAnnotations(), ofInterface(method)),
            Arrays.stream(method.getParameterAnnotations()))
        .anyMatch(each -> ours(each).findAny().isPresent());
  }

  static Stream<Annotation> ours(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(each -> each.annotationType().getName().startsWith(OURS));
  }

  /** What an interface says of all its methods; that of a superclass Java hands down itself. */
  static Annotation[] ofInterface(Method method) {
    AnnotatedElement type = method.getDeclaringClass();
    return method.getDeclaringClass().isInterface() ? type.getAnnotations() : new Annotation[0];
  }
}
