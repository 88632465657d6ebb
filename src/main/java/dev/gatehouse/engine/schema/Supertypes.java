package dev.gatehouse.engine.schema;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a class extends and implements directly. */
final class Supertypes {
  private Supertypes() {}

  static Stream<Class<?>> classes(Class<?> type) {
    return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
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
