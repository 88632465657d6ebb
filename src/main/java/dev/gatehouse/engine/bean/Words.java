package dev.gatehouse.engine.bean;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Gatehouse's annotations say of a method that are written on the methods above it.
 *
 * @param above those that it implements or overrides, the nearest first
 */
record Words(AnnotatedType<?> type, AnnotatedMethod<?> method, List<Method> above) {
  /** Those of the methods that have any above them, and are offered by one of the annotations. */
  static Stream<Words> of(AnnotatedType<?> type, Collection<Class<? extends Annotation>> offering) {
    InheritedMethods inherited = InheritedMethods.of(type.getJavaClass());
    return type.getMethods().stream()
        .map(each -> new Words(type, each, inherited.of(each.getJavaMember())))
        .filter(words -> !words.above().isEmpty() && words.isOffered(offering));
  }

  private boolean isOffered(Collection<Class<? extends Annotation>> offering) {
    return offering.stream().anyMatch(method::isAnnotationPresent)
        || above.stream().anyMatch(each -> offering.stream().anyMatch(each::isAnnotationPresent));
  }

  boolean areOf(AnnotatedMethod<?> other) {
    return method.getJavaMember().equals(other.getJavaMember());
  }

  /** Why nobody can tell what holds: two above, neither of which knows the other, disagree. */
  Optional<String> conflict() {
    for (Method one : above) {
      for (Method other : above) {
        Optional<Annotation> disputed =
            InheritedMethods.ours(one.getAnnotations())
                .filter(each -> !method.isAnnotationPresent(each.annotationType()))
                .filter(each -> other.isAnnotationPresent(each.annotationType()))
                .filter(each -> !other.getAnnotation(each.annotationType()).equals(each))
                .findFirst();
        if (disputed.isPresent() && !isAbove(one, other) && !isAbove(other, one)) {
          return Optional.of(sentence(disputed.get(), one, other));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAbove(Method one, Method other) {
    return one.getDeclaringClass().isAssignableFrom(other.getDeclaringClass());
  }

  private String sentence(Annotation disputed, Method one, Method other) {
    return "%s.%s: @%s is one in %s and another in %s: write on the method which one holds"
        .formatted(
            type.getJavaClass().getName(),
            method.getJavaMember().getName(),
            disputed.annotationType().getSimpleName(),
            one.getDeclaringClass().getSimpleName(),
            other.getDeclaringClass().getSimpleName());
  }

  /** Gives them to the method, unless it has its own. */
  void handDown(AnnotatedMethodConfigurator<?> to) {
    for (Method each : above) {
      InheritedMethods.ours(each.getAnnotations())
          .filter(word -> !to.getAnnotated().isAnnotationPresent(word.annotationType()))
          .forEach(to::add);
      for (var parameter : to.params()) {
        InheritedMethods.ours(
                each.getParameterAnnotations()[parameter.getAnnotated().getPosition()])
            .filter(word -> !parameter.getAnnotated().isAnnotationPresent(word.annotationType()))
            .forEach(parameter::add);
      }
    }
    scopeOfInterface().ifPresent(to::add);
  }

  // As on a class: the default of its methods, where nothing nearer decides.
  private Optional<RequiresScope> scopeOfInterface() {
    boolean decided =
        type.isAnnotationPresent(RequiresScope.class)
            || Stream.of(RequiresScope.class, NoScopeRequired.class)
                .anyMatch(
                    scope ->
                        method.isAnnotationPresent(scope)
                            || above.stream().anyMatch(each -> each.isAnnotationPresent(scope)));
    return decided
        ? Optional.empty()
        : above.stream()
            .flatMap(each -> Arrays.stream(InheritedMethods.ofInterface(each)))
            .filter(RequiresScope.class::isInstance)
            .map(RequiresScope.class::cast)
            .findFirst();
  }
}
