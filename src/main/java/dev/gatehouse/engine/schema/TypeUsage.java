package dev.gatehouse.engine.schema;

import dev.gatehouse.tool.Description;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A type where it is used: at which path, with which annotations, and what its type variables stand
 * for there.
 */
record TypeUsage(
    String path, Type type, Annotations annotations, Map<TypeVariable<?>, TypeUsage> variables) {
  private static final int MAX_DEPTH = 24;
  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  static TypeUsage of(String path, Type type, AnnotatedElement annotations) {
    return resolve(path, type, Annotations.of(List.of(annotations)), Map.of());
  }

  static TypeUsage of(String path, Type type) {
    return resolve(path, type, Annotations.NONE, Map.of());
  }

  /** The same in a class that may say what type variables above it stand for. */
  static TypeUsage of(String path, Type type, AnnotatedElement annotations, Class<?> owner) {
    return resolve(path, type, Annotations.of(List.of(annotations)), of("", owner).bindings());
  }

  /** The class without its type arguments; nothing for wildcards and unknown type variables. */
  Optional<Class<?>> raw() {
    if (type instanceof Class<?> c) {
      return Optional.of(c);
    }
    if (type instanceof ParameterizedType p) {
      return Optional.of((Class<?>) p.getRawType());
    }
    if (type instanceof GenericArrayType) {
      return component().raw().map(Class::arrayType);
    }
    return Optional.empty();
  }

  /** Optional, OptionalInt and their siblings. */
  boolean isOptional() {
    return raw().filter(OPTIONALS::contains).isPresent();
  }

  /** Generic, but used without type arguments. */
  boolean isRaw() {
    return type instanceof Class<?> c && c.getTypeParameters().length > 0;
  }

  /** The type arguments, in order. */
  List<TypeUsage> arguments() {
    List<TypeUsage> places = new ArrayList<>();
    if (type instanceof ParameterizedType p) {
      Type[] arguments = p.getActualTypeArguments();
      for (int i = 0; i < arguments.length; i++) {
        places.add(resolve(path + "[]", arguments[i], annotations.argument(i), variables));
      }
    }
    return places;
  }

  /** The elements of an array. */
  TypeUsage component() {
    Type component =
        type instanceof GenericArrayType g
            ? g.getGenericComponentType()
            : ((Class<?>) type).getComponentType();
    // No annotations: on "@Size String[]" Java sees the array and its elements annotated alike.
    return resolve(path + "[]", component, Annotations.NONE, variables);
  }

  /** Something that this type declares. */
  TypeUsage member(Member member) {
    Annotations declared = Annotations.of(member.declarations());
    return resolve(path + "." + member.name(), member.type(), declared, bindings());
  }

  /** What a record or JavaBean is made of. */
  Stream<TypeUsage> members() {
    return ReadMembers.of(raw().orElseThrow()).stream().map(this::member);
  }

  /** The nearest description: of the place, else of the type. */
  Optional<String> description() {
    return Stream.concat(
            annotations.all(Description.class),
            raw().map(type -> type.getAnnotation(Description.class)).stream())
        .map(Description::value)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** What a wildcard or an unknown type variable is at least. */
  TypeUsage bound() {
    Type[] bounds = {Object.class};
    if (type instanceof WildcardType w) {
      bounds = w.getUpperBounds();
    } else if (type instanceof TypeVariable<?> v) {
      bounds = v.getBounds();
    }
    return resolve(path, bounds[0], annotations, variables);
  }

  boolean tooDeep() {
    return path.chars().filter(c -> c == '.' || c == '[').count() > MAX_DEPTH;
  }

  /** What a type variable of this type, or of one above it, stands for here. */
  Optional<TypeUsage> argument(Class<?> generic, int index) {
    return Optional.ofNullable(bindings().get(generic.getTypeParameters()[index]));
  }

  /** A class that this sealed type permits, with the type arguments that both share. */
  TypeUsage permitted(Class<?> permitted) {
    Map<TypeVariable<?>, TypeUsage> shared = new HashMap<>();
    List<TypeUsage> own = arguments();
    Supertypes.of(permitted)
        .filter(above -> above.getRawType() == raw().orElseThrow())
        .forEach(
            above -> {
              for (int i = 0; i < own.size(); i++) {
                if (above.getActualTypeArguments()[i] instanceof TypeVariable<?> variable) {
                  shared.put(variable, own.get(i));
                }
              }
            });
    return new TypeUsage(path, permitted, Annotations.NONE, shared);
  }

  private Map<TypeVariable<?>, TypeUsage> bindings() {
    Map<TypeVariable<?>, TypeUsage> bindings = new HashMap<>();
    Class<?> raw = raw().orElseThrow();
    List<TypeUsage> arguments = arguments();
    for (int i = 0; i < raw.getTypeParameters().length; i++) {
      TypeVariable<?> variable = raw.getTypeParameters()[i];
      Optional<TypeUsage> bound =
          arguments.isEmpty()
              ? Optional.ofNullable(variables.get(variable))
              : Optional.of(arguments.get(i));
      bound.ifPresent(meant -> bindings.put(variable, meant));
    }
    bindAbove(raw, bindings);
    return bindings;
  }

  private void bindAbove(Class<?> type, Map<TypeVariable<?>, TypeUsage> bindings) {
    Supertypes.of(type).forEach(above -> bind(above, bindings));
    Supertypes.classes(type).forEach(above -> bindAbove(above, bindings));
  }

  private void bind(ParameterizedType above, Map<TypeVariable<?>, TypeUsage> bindings) {
    TypeVariable<?>[] parameters = ((Class<?>) above.getRawType()).getTypeParameters();
    for (int i = 0; i < parameters.length; i++) {
      Type argument = above.getActualTypeArguments()[i];
      bindings.putIfAbsent(
          parameters[i], resolve(path + "[]", argument, Annotations.NONE, bindings));
    }
  }

  private static TypeUsage resolve(
      String path, Type type, Annotations annotations, Map<TypeVariable<?>, TypeUsage> variables) {
    TypeUsage meant = variables.get(type);
    if (meant == null) {
      return new TypeUsage(path, type, annotations, variables);
    }
    return new TypeUsage(path, meant.type, annotations.and(meant.annotations), meant.variables);
  }
}
