package dev.gatehouse.engine.schema;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is read of JSON: the components of a record, the setters and public fields of a JavaBean.
 */
final class ReadMembers {
  private static final List<Class<?>> NO_BEANS =
      List.of(Collection.class, Map.class, Date.class, Throwable.class, Thread.class);

  private ReadMembers() {}

  /** Whether it is made of members: a record, or a class with a no-argument constructor. */
  static boolean has(Class<?> type) {
    return type.isRecord() || isBean(type) && !of(type).isEmpty();
  }

  private static boolean isBean(Class<?> type) {
    boolean made = !type.isInterface() && !type.isArray() && !type.isPrimitive() && !type.isEnum();
    return made
        && !Modifier.isAbstract(type.getModifiers())
        && !type.getName().startsWith("java.")
        && !type.getName().startsWith("jakarta.")
        && NO_BEANS.stream().noneMatch(other -> other.isAssignableFrom(type))
        && Arrays.stream(type.getDeclaredConstructors()).anyMatch(c -> c.getParameterCount() == 0);
  }

  static List<Member> of(Class<?> type) {
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents()).map(Member::of).toList();
    }
    Map<String, Member> byName = new TreeMap<>();
    Stream.concat(fields(type), setters(type))
        .filter(member -> !member.hidden())
        .forEach(member -> byName.put(member.name(), member));
    return List.copyOf(byName.values());
  }

  private static Stream<Member> fields(Class<?> type) {
    int others = Modifier.STATIC | Modifier.TRANSIENT | Modifier.FINAL;
    return Arrays.stream(type.getFields())
        .filter(field -> (field.getModifiers() & others) == 0)
        .map(field -> Member.of(field.getName(), field.getGenericType(), List.of(field)));
  }

  private static Stream<Member> setters(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(ReadMembers::isSetter)
        .map(setter -> setter(type, setter));
  }

  private static boolean isSetter(Method method) {
    return method.getName().startsWith("set")
        && method.getName().length() > 3
        && method.getParameterCount() == 1
        && !method.isBridge()
        && !Modifier.isStatic(method.getModifiers());
  }

  // Constraints and descriptions stand at the field or the getter.
  private static Member setter(Class<?> type, Method setter) {
    String name = WrittenMembers.decapitalized(setter.getName().substring(3));
    Stream<AnnotatedElement> getters =
        Arrays.stream(type.getMethods())
            .filter(WrittenMembers::isGetter)
            .filter(getter -> WrittenMembers.property(getter).equals(name))
            .map(AnnotatedElement.class::cast);
    Stream<AnnotatedElement> field = WrittenMembers.field(type, name).stream();
    List<AnnotatedElement> declarations =
        Stream.of(Stream.<AnnotatedElement>of(setter), getters, field)
            .flatMap(each -> each)
            .toList();
    return Member.of(name, setter.getGenericParameterTypes()[0], declarations);
  }
}
