package dev.gatehouse.schema;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Compiles Java types; one compiler for one schema document, since it gathers {@code $defs}. */
final class TypeCompiler {

  /** Whether values come in or go out: what goes out may omit every null. */
  enum Direction {
    ARGUMENTS,
    RESULTS
  }

  private final Direction direction;
  private final Map<Type, String> open = new HashMap<>();
  private final Map<String, RecordType> definitions = new LinkedHashMap<>();

  TypeCompiler(Direction direction) {
    this.direction = direction;
  }

  /** A type that can't be described. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(Type type, String advice) {
      super(
          type.getTypeName() + " can't be described in JSON Schema: " + advice, null, false, false);
    }
  }

  /** Adds the definitions that references point to. */
  JsonObjectBuilder addDefinitions(JsonObjectBuilder schema) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    boolean any = false;
    for (Map.Entry<String, RecordType> entry : definitions.entrySet()) {
      if (entry.getValue() != null) {
        all.add(entry.getKey(), entry.getValue().schema());
        any = true;
      }
    }
    return any ? schema.add("$defs", all) : schema;
  }

  JsonType compile(AnnotatedType annotated, Map<TypeVariable<?>, Type> bindings) {
    return compile(annotated.getType(), Optional.of(annotated), bindings);
  }

  JsonType compile(Type type, Map<TypeVariable<?>, Type> bindings) {
    return compile(type, Optional.empty(), bindings);
  }

  private JsonType compile(
      Type type, Optional<AnnotatedType> annotated, Map<TypeVariable<?>, Type> bindings) {
    if (type instanceof TypeVariable<?> variable) {
      Type bound = bindings.get(variable);
      if (bound == null) {
        throw new Unusable(type, "give the type variable a type");
      }
      return compile(bound, Optional.empty(), bindings);
    }
    if (type instanceof ParameterizedType generic) {
      return generic(generic, annotated, bindings);
    }
    if (type instanceof Class<?> plain) {
      return plain(plain);
    }
    throw new Unusable(type, "use a class without wildcards");
  }

  private JsonType plain(Class<?> type) {
    Optional<JsonType> scalar = ScalarTypes.of(type);
    if (scalar.isPresent()) {
      return scalar.get();
    }
    if (type == OptionalInt.class) {
      return new OptionalType(plain(int.class), v -> OptionalInt.of((int) v), OptionalInt.empty());
    }
    if (type == OptionalLong.class) {
      return new OptionalType(
          plain(long.class), v -> OptionalLong.of((long) v), OptionalLong.empty());
    }
    if (type == OptionalDouble.class) {
      return new OptionalType(
          plain(double.class), v -> OptionalDouble.of((double) v), OptionalDouble.empty());
    }
    return structured(type);
  }

  private JsonType structured(Class<?> type) {
    if (type.isArray()) {
      return javaArray(type.getComponentType());
    }
    if (type.isRecord()) {
      return record(type, type, Map.of());
    }
    if (type == JsonObject.class) {
      return new AnyType(type, "object");
    }
    if (type == JsonArray.class) {
      return new AnyType(type, "array");
    }
    if (type == JsonValue.class || type == Object.class) {
      return new AnyType(JsonValue.class, "");
    }
    throw new Unusable(
        type, "use a record, an enum, a list, set or map, a string, number, boolean or date");
  }

  private JsonType javaArray(Class<?> component) {
    JsonType items = plain(component);
    Function<List<Object>, Object> collect =
        values -> {
          Object array = Array.newInstance(component, values.size());
          for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
          }
          return array;
        };
    return new ArrayType(items, items.schema().build(), false, collect);
  }

  private JsonType generic(
      ParameterizedType type,
      Optional<AnnotatedType> annotated,
      Map<TypeVariable<?>, Type> bindings) {
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw.isRecord()) {
      return record(type, raw, bind(raw, type, bindings));
    }
    int last = type.getActualTypeArguments().length - 1;
    Optional<AnnotatedType> argument =
        annotated.map(
            a -> ((AnnotatedParameterizedType) a).getAnnotatedActualTypeArguments()[last]);
    JsonType content = compile(type.getActualTypeArguments()[last], argument, bindings);
    JsonObject schema =
        Constraints.apply(
            content,
            argument
                .map(AnnotatedType::getAnnotations)
                .orElseGet(() -> new java.lang.annotation.Annotation[0]));
    if (raw == Optional.class) {
      return new OptionalType(
          new Constrained(content, schema).type(), Optional::of, Optional.empty());
    }
    if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
      return new ArrayType(content, schema, false, ArrayType::list);
    }
    if (raw == Set.class) {
      return new ArrayType(content, schema, true, ArrayType::set);
    }
    if (raw == Map.class && type.getActualTypeArguments()[0] == String.class) {
      return new MapType(content, schema);
    }
    throw new Unusable(type, "use List, Set, Map with String keys, Optional or a record");
  }

  // An Optional shows the constraints of its content, whatever kind that is.
  private record Constrained(JsonType content, JsonObject schema) {
    JsonType type() {
      return new ScalarType(content.name(), schema, content::read);
    }
  }

  private static Map<TypeVariable<?>, Type> bind(
      Class<?> raw, ParameterizedType type, Map<TypeVariable<?>, Type> outer) {
    Map<TypeVariable<?>, Type> bindings = new HashMap<>();
    for (int i = 0; i < raw.getTypeParameters().length; i++) {
      Type argument = type.getActualTypeArguments()[i];
      bindings.put(raw.getTypeParameters()[i], outer.getOrDefault(argument, argument));
    }
    return bindings;
  }

  private JsonType record(Type key, Class<?> type, Map<TypeVariable<?>, Type> bindings) {
    if (type.getTypeParameters().length > bindings.size()) {
      throw new Unusable(type, "give its type variables types");
    }
    String definition = open.get(key);
    if (definition != null) {
      definitions.putIfAbsent(definition, null);
      return new ReferenceType(definition, () -> definitions.get(definition));
    }
    String name =
        type.getSimpleName() + (open.containsValue(type.getSimpleName()) ? open.size() : "");
    open.put(key, name);
    RecordType compiled = recordType(type, bindings);
    open.remove(key);
    if (definitions.containsKey(name)) {
      definitions.put(name, compiled);
    }
    return compiled;
  }

  private RecordType recordType(Class<?> type, Map<TypeVariable<?>, Type> bindings) {
    List<RecordType.Property> properties = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.add(property(component, bindings));
    }
    Description description = type.getAnnotation(Description.class);
    return new RecordType(
        type.getSimpleName(),
        description == null ? "" : description.value(),
        List.copyOf(properties),
        direction == Direction.ARGUMENTS,
        constructor(type));
  }

  private RecordType.Property property(
      RecordComponent component, Map<TypeVariable<?>, Type> bindings) {
    JsonType type = compile(component.getAnnotatedType(), bindings);
    JsonObject constrained = Constraints.apply(type, component.getAccessor().getAnnotations());
    Description description = component.getAnnotation(Description.class);
    JsonObject schema =
        description == null
            ? constrained
            : Json.createObjectBuilder(constrained).add("description", description.value()).build();
    return new RecordType.Property(component.getName(), type, schema, required(component, type));
  }

  // JSON-B leaves nulls out, so of a result only primitives are sure to be there.
  private boolean required(RecordComponent component, JsonType type) {
    return component.getType().isPrimitive()
        || (direction == Direction.ARGUMENTS && !type.mayBeAbsent())
        || component.getAccessor().isAnnotationPresent(NotNull.class);
  }

  private static MethodHandle constructor(Class<?> type) {
    try {
      Class<?>[] parameters =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> canonical = type.getDeclaredConstructor(parameters);
      canonical.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflectConstructor(canonical);
      return handle.asType(handle.type().generic()).asSpreader(Object[].class, parameters.length);
    } catch (ReflectiveOperationException e) {
      throw new Unusable(type, "its canonical constructor can't be used");
    }
  }
}
