package dev.gatehouse.engine.schema;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What JSON-B writes of a class: the components of a record, otherwise public getters and public
 * fields.
 */
final class WrittenMembers {

  private WrittenMembers() {}

  static Collection<Member> of(Class<?> type) {
    Stream<Member> members =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents()).map(Member::of)
            : Stream.concat(fields(type), getters(type));
    Map<String, Member> byName = new TreeMap<>();
    members.filter(member -> !member.hidden()).forEach(member -> byName.put(member.name(), member));
    return byName.values();
  }

  private static Stream<Member> fields(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
        .map(field -> Member.of(field.getName(), field.getGenericType(), List.of(field)));
  }

  private static Stream<Member> getters(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(WrittenMembers::isGetter)
        .map(getter -> getter(type, getter));
  }

  static boolean isGetter(Method method) {
    return method.getDeclaringClass() != Object.class
        && !method.isBridge()
        && !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && method.getReturnType() != void.class
        && prefix(method).filter(prefix -> method.getName().length() > prefix.length()).isPresent();
  }

  private static Optional<String> prefix(Method method) {
    boolean truth =
        method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
    return Stream.of("get", "is")
        .filter(prefix -> prefix.equals("get") || truth)
        .filter(method.getName()::startsWith)
        .findFirst();
  }

  static String property(Method getter) {
    return decapitalized(getter.getName().substring(prefix(getter).orElseThrow().length()));
  }

  private static Member getter(Class<?> type, Method getter) {
    String name = property(getter);
    List<AnnotatedElement> declarations =
        Stream.concat(Stream.of(getter), field(type, name).stream()).toList();
    return Member.of(name, getter.getGenericReturnType(), declarations);
  }

  /** As JavaBeans have it: URL stays URL. */
  static String decapitalized(String name) {
    boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  static Optional<AnnotatedElement> field(Class<?> type, String name) {
    return Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
        .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
        .filter(field -> field.getName().equals(name))
        .<AnnotatedElement>map(Field.class::cast)
        .findFirst();
  }
}
