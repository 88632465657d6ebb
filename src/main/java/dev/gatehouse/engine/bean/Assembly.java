package dev.gatehouse.engine.bean;

import dev.gatehouse.engine.outcome.MethodException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A parameter that is made of several arguments: an object whose members they are.
 *
 * @param names the arguments' names by those of the members
 */
record Assembly(MethodHandle constructor, List<MethodHandle> setters, Map<String, String> names) {

  /** With the members in order, and the name of the argument that each one is. */
  static Assembly of(Class<?> type, List<Written> members, List<String> names)
      throws ReflectiveOperationException {
    Constructor<?> made = accessible(type.getDeclaredConstructor());
    List<MethodHandle> setters = new ArrayList<>();
    Map<String, String> byMember = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      setters.add(setter(members.get(i)));
      byMember.put(members.get(i).property(), names.get(i));
    }
    MethodHandle constructor = MethodHandles.lookup().unreflectConstructor(made);
    return new Assembly(
        constructor.asType(MethodType.methodType(Object.class)), List.copyOf(setters), byMember);
  }

  private static MethodHandle setter(Written member) throws IllegalAccessException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle setter =
        member.element() instanceof Method method
            ? lookup.unreflect(accessible(method))
            : lookup.unreflectSetter(accessible((Field) member.element()));
    return setter.asType(MethodType.methodType(void.class, Object.class, Object.class));
  }

  private static <T extends AccessibleObject> T accessible(T declaration) {
    declaration.setAccessible(true);
    return declaration;
  }

  /** The object with these values, beginning at {@code from}; what is absent keeps its default. */
  Object make(Object[] values, int from) {
    try {
      Object made = (Object) constructor.invokeExact();
      for (int i = 0; i < setters.size(); i++) {
        if (values[from + i] != null) {
          setters.get(i).invokeExact(made, values[from + i]);
        }
      }
      return made;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new MethodException("A parameter can't be made", e);
    }
  }
}
