package dev.gatehouse.engine.schema;

import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record component, field or getter, under the name and with the annotations that JSON-B knows it
 * by.
 */
record Member(String name, Type type, List<AnnotatedElement> declarations) {
  private static final List<Class<? extends Annotation>> CUSTOMIZED =
      List.of(
          JsonbTypeAdapter.class,
          JsonbTypeSerializer.class,
          JsonbDateFormat.class,
          JsonbNumberFormat.class);

  static Member of(String javaName, Type type, List<AnnotatedElement> declarations) {
    String name =
        annotations(declarations, JsonbProperty.class)
            .map(JsonbProperty::value)
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse(javaName);
    return new Member(name, type, declarations);
  }

  /** With the annotations of all places where the compiler copies them to. */
  static Member of(RecordComponent component) {
    try {
      AnnotatedElement field = component.getDeclaringRecord().getDeclaredField(component.getName());
      return of(
          component.getName(),
          component.getGenericType(),
          List.of(field, component, component.getAccessor()));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a record component without its field", e);
    }
  }

  /** Gets the value of one object; the getter wins over the field. */
  MethodHandle reader() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Optional<Method> getter = first(Method.class);
      MethodHandle reader =
          getter.isPresent()
              ? lookup.unreflect(accessible(getter.get()))
              : lookup.unreflectGetter(accessible(first(Field.class).orElseThrow()));
      return reader.asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }

  private <T extends AnnotatedElement> Optional<T> first(Class<T> kind) {
    return declarations.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static <T extends AccessibleObject> T accessible(T declaration) {
    declaration.setAccessible(true);
    return declaration;
  }

  /** Whether there is no value without one given: a setter need not be called. */
  boolean alwaysRead() {
    boolean component = declarations.stream().anyMatch(RecordComponent.class::isInstance);
    return component && type instanceof Class<?> c && c.isPrimitive();
  }

  /** Primitives are never null. */
  boolean alwaysWritten() {
    return type instanceof Class<?> c && c.isPrimitive() && !customized();
  }

  boolean hidden() {
    return annotations(declarations, JsonbTransient.class).findAny().isPresent();
  }

  /** Written in a form of the author's own. */
  boolean customized() {
    return CUSTOMIZED.stream()
        .anyMatch(type -> annotations(declarations, type).findAny().isPresent());
  }

  /** Whether an absent value is written as null instead of being left out. */
  @SuppressWarnings("deprecation") // authors still write JsonbProperty.nillable
  boolean writesNull(Class<?> owner) {
    Optional<Boolean> own =
        Stream.concat(
                annotations(declarations, JsonbNillable.class).map(JsonbNillable::value),
                annotations(declarations, JsonbProperty.class)
                    .map(JsonbProperty::nillable)
                    .filter(nillable -> nillable))
            .findFirst();
    JsonbNillable whole = owner.getAnnotation(JsonbNillable.class);
    return own.orElse(whole != null && whole.value());
  }

  private static <A extends Annotation> Stream<A> annotations(
      List<AnnotatedElement> declarations, Class<A> type) {
    return declarations.stream()
        .filter(declaration -> declaration.isAnnotationPresent(type))
        .map(declaration -> declaration.getAnnotation(type));
  }
}
