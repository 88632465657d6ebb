package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Ties the knot of types that contain themselves: those, and only those, are named in {@code
 * $defs}, because many clients read {@code $ref} badly.
 */
final class Definitions<T> {
  private static final String PREFIX = "#/$defs/";

  private final Set<String> open = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, T> byName = new LinkedHashMap<>();

  static JsonObject reference(String name) {
    return Json.createObjectBuilder().add("$ref", PREFIX + name).build();
  }

  /** The type itself, or a reference if it turns out to contain itself. */
  T define(TypeUsage place, Supplier<T> compile, Function<String, T> refer) {
    String key = key(place);
    if (open.contains(key) || names.containsKey(key)) {
      return refer.apply(names.computeIfAbsent(key, unused -> freshName(place)));
    }
    open.add(key);
    T type = compile.get();
    open.remove(key);
    if (!names.containsKey(key)) {
      return type;
    }
    byName.put(names.get(key), type);
    return refer.apply(names.get(key));
  }

  T get(String name) {
    return byName.get(name);
  }

  /** What a schema with {@code $ref} refers to. */
  T get(JsonObject reference) {
    return get(reference.getString("$ref").substring(PREFIX.length()));
  }

  void addTo(JsonObjectBuilder schema, Function<T, JsonValue> describe) {
    if (byName.isEmpty()) {
      return;
    }
    JsonObjectBuilder definitions = Json.createObjectBuilder();
    byName.forEach((name, type) -> definitions.add(name, describe.apply(type)));
    schema.add("$defs", definitions);
  }

  private String freshName(TypeUsage place) {
    String name = name(place);
    int number = 2;
    while (names.containsValue(name)) {
      name = name(place) + number++;
    }
    return name;
  }

  /** Tells types apart, type arguments included. */
  static String key(TypeUsage place) {
    String name = place.raw().map(Class::getName).orElseGet(place.type()::getTypeName);
    return name + place.arguments().stream().map(Definitions::key).toList();
  }

  /** A name for people, such as PageOfTodo. */
  private static String name(TypeUsage place) {
    String name = place.raw().map(Class::getSimpleName).orElse("Any").replace("[]", "Array");
    return place.arguments().stream().map(a -> "Of" + name(a)).reduce(name, String::concat);
  }
}
