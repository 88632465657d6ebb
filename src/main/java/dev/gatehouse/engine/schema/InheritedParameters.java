package dev.gatehouse.engine.schema;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter as the methods declare it that its own method overrides or implements: their
 * constraints hold too.
 *
 * @see <a
 *     href="https://jakarta.ee/specifications/bean-validation/3.0/jakarta-bean-validation-spec-3.0#constraintdeclarationvalidationprocess-methodlevelconstraints-inheritance">Jakarta
 *     Validation 3.0, 5.6.5</a>
 */
final class InheritedParameters {
  private InheritedParameters() {}

  static Stream<AnnotatedElement> of(AnnotatedElement declaration) {
    if (declaration instanceof Parameter parameter
        && parameter.getDeclaringExecutable() instanceof Method method) {
      int index = List.of(method.getParameters()).indexOf(parameter);
      return above(method.getDeclaringClass())
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(inherited -> overrides(method, inherited))
          .map(inherited -> inherited.getParameters()[index]);
    }
    return Stream.empty();
  }

  private static Stream<Class<?>> above(Class<?> type) {
    return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .flatMap(next -> Stream.concat(Stream.of(next), above(next)));
  }

  private static boolean overrides(Method method, Method inherited) {
    if (!inherited.getName().equals(method.getName())
        || inherited.isBridge()
        || Modifier.isStatic(inherited.getModifiers())
        || Modifier.isPrivate(inherited.getModifiers())
        || inherited.getParameterCount() != method.getParameterCount()) {
      return false;
    }
    Class<?>[] own = method.getParameterTypes();
    Class<?>[] theirs = inherited.getParameterTypes();
    Type[] generic = inherited.getGenericParameterTypes();
    for (int i = 0; i < own.length; i++) {
      boolean same = own[i] == theirs[i];
      boolean bound = !(generic[i] instanceof Class<?>) && theirs[i].isAssignableFrom(own[i]);
      if (!same && !bound) {
        return false;
      }
    }
    return true;
  }
}
