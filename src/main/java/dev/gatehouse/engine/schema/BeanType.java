package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * A JavaBean, made by its no-argument constructor; what is absent keeps the value that it has then.
 */
record BeanType(
    PropertySet properties, Class<?> raw, MethodHandle constructor, List<MethodHandle> setters)
    implements JsonType {
  static BeanType of(PropertySet properties, Class<?> raw, List<Member> members)
      throws ReflectiveOperationException {
    Constructor<?> constructor = raw.getDeclaredConstructor();
    constructor.setAccessible(true);
    List<MethodHandle> setters = new ArrayList<>();
    for (Member member : members) {
      setters.add(setter(member.declarations().get(0)));
    }
    MethodHandle made = MethodHandles.lookup().unreflectConstructor(constructor);
    return new BeanType(
        properties, raw, made.asType(MethodType.methodType(Object.class)), List.copyOf(setters));
  }

  private static MethodHandle setter(AnnotatedElement target) throws IllegalAccessException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle setter;
    if (target instanceof Method method) {
      method.setAccessible(true);
      setter = lookup.unreflect(method).asFixedArity();
    } else {
      Field field = (Field) target;
      field.setAccessible(true);
      setter = lookup.unreflectSetter(field);
    }
    return setter.asType(MethodType.methodType(void.class, Object.class, Object.class));
  }

  @Override
  public JsonObject schema() {
    return properties.schema().build();
  }

  @Override
  public Object read(JsonValue value, ReadContext at) {
    return properties.read(value, at, values -> made(values, at));
  }

  private Object made(Object[] values, ReadContext at) {
    try {
      Object bean = (Object) constructor.invokeExact();
      for (int i = 0; i < values.length; i++) {
        if (values[i] != null) {
          setters.get(i).invokeExact(bean, values[i]);
        }
      }
      return bean;
    } catch (Throwable e) {
      return RecordType.refused(e, raw, at);
    }
  }
}
