package dev.gatehouse.engine.bean;

import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The abstract methods that a class implements, with what is written on them: Java does not hand
 * down the annotations of methods, so that CDI would not see them.
 */
final class AbstractMethods {
  private static final String OURS = "dev.gatehouse.";

  private AbstractMethods() {}

  /** Those with any of the annotations, of all interfaces and superclasses. */
  static Stream<Method> of(Class<?> type, Set<Class<? extends Annotation>> annotations) {
    Set<Class<?>> above = new LinkedHashSet<>();
    addAbove(type, above);
    return above.stream()
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> annotations.stream().anyMatch(method::isAnnotationPresent));
  }

  private static void addAbove(Class<?> type, Set<Class<?>> above) {
    Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
        .filter(above::add)
        .forEach(each -> addAbove(each, above));
  }

  static boolean isImplementedBy(Method method, Method above) {
    Class<?>[] own = method.getParameterTypes();
    Class<?>[] inherited = above.getParameterTypes();
    return method.getName().equals(above.getName())
        && !method.isBridge()
        && !Modifier.isAbstract(method.getModifiers())
        && own.length == inherited.length
        && IntStream.range(0, own.length).allMatch(i -> inherited[i].isAssignableFrom(own[i]));
  }

  /** Gives the method what Gatehouse knows of that above it, unless it has its own. */
  static void handDown(Method above, AnnotatedMethodConfigurator<?> method) {
    ours(above.getAnnotations())
        .filter(each -> !method.getAnnotated().isAnnotationPresent(each.annotationType()))
        .forEach(method::add);
    for (var parameter : method.params()) {
      int position = parameter.getAnnotated().getPosition();
      ours(above.getParameterAnnotations()[position])
          .filter(each -> !parameter.getAnnotated().isAnnotationPresent(each.annotationType()))
          .forEach(parameter::add);
    }
  }

  private static Stream<Annotation> ours(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .filter(each -> each.annotationType().getName().startsWith(OURS));
  }
}
