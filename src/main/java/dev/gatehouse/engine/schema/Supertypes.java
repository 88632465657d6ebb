package dev.gatehouse.engine.schema;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a class extends and implements directly. */
final class Supertypes {
  // Kept with each class, because it is asked for each object that is written.
  private static final ClassValue<Class<?>> DECLARED =
      new ClassValue<>() {
        @Override
        protected Class<?> computeValue(Class<?> type) {
          boolean made =
              type.isSynthetic()
                  || type.getName().contains("$$")
                  || type.getName().contains("Proxy$");
          return made && type.getSuperclass() != Object.class
              ? declared(type.getSuperclass())
              : type;
        }
      };

  private Supertypes() {}

  static Stream<Class<?>> classes(Class<?> type) {
    return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
  }

  /** Whether a class is permitted by a sealed one. */
  static boolean permit(Class<?> type) {
    return classes(type).anyMatch(Class::isSealed);
  }

  /** The class that an author wrote, for one that some framework made of it. */
  static Class<?> declared(Class<?> type) {
    return DECLARED.get(type);
  }

  /** Those with type arguments. */
  static Stream<ParameterizedType> of(Class<?> type) {
    return Stream.concat(
            Stream.ofNullable(type.getGenericSuperclass()),
            Arrays.stream(type.getGenericInterfaces()))
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast);
  }
}
