package dev.gatehouse.engine.rest;

import dev.gatehouse.engine.bean.Written;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The fields and setters of a class, and of those above it, that JAX-RS fills. */
final class ResourceFields {
  private ResourceFields() {}

  /** A field or setter, and what JAX-RS knows of it. */
  private record Filled(AccessibleObject element, Written written, RestParameter rest) {}

  private static Stream<Filled> of(Class<?> type) {
    return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
        .flatMap(
            each ->
                Stream.concat(
                    Arrays.stream(each.getDeclaredFields()).map(ResourceFields::field),
                    Arrays.stream(each.getDeclaredMethods())
                        .filter(method -> method.getName().startsWith("set"))
                        .filter(method -> method.getName().length() > 3)
                        .filter(method -> method.getParameterCount() == 1 && !method.isBridge())
                        .map(ResourceFields::setter)))
        .filter(each -> each.rest().isFilled());
  }

  private static Filled field(Field field) {
    return new Filled(
        field,
        new Written(field, field.getName(), field.getGenericType()),
        RestParameter.of(field, field.getType()));
  }

  private static Filled setter(Method method) {
    String name = method.getName().substring(3);
    return new Filled(
        method,
        new Written(
            method,
            name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
            method.getGenericParameterTypes()[0]),
        RestParameter.of(method, method.getParameterTypes()[0]));
  }

  /** The members of a {@code @BeanParam}. */
  static List<Written> members(Class<?> type) {
    return of(type).map(Filled::written).toList();
  }

  /** What of the members can't be filled without a request. */
  static Stream<String> memberProblems(Class<?> type) {
    return of(type)
        .flatMap(
            each ->
                each.rest().isBean()
                    ? Stream.of(each.written().property() + ": a @BeanParam in another one")
                    : each.rest().refusal(each.written().property()).stream());
  }

  /** What of the resource itself JAX-RS fills: nobody does when a tool is called. */
  static Stream<String> problems(Class<?> resource) {
    Stream<String> fields =
        of(resource)
            .map(
                each ->
                    each.rest()
                        .refusal(each.written().property())
                        .orElse(
                            each.written().property()
                                + ": JAX-RS fills it from an HTTP request, which a tool has not: make it a parameter"));
    Stream<String> constructors =
        Arrays.stream(resource.getDeclaredConstructors())
            .filter(ResourceFields::isFilled)
            .map(Constructor::getName)
            .map(name -> "the constructor of " + name + " takes parts of an HTTP request");
    return Stream.concat(fields, constructors);
  }

  private static boolean isFilled(Executable constructor) {
    return Arrays.stream(constructor.getParameters())
        .anyMatch(each -> RestParameter.of(each, each.getType()).isFilled());
  }
}
