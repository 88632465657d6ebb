package dev.gatehouse.engine.schema;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Java types to the JSON Schema of what JSON-B writes for them. Says only what is certain: null
 * members are left out, so only primitives are required; subclasses may add members; constraints
 * are not promises about results.
 */
final class ResultDescriber {
  private static final JsonObject ANY = JsonValue.EMPTY_JSON_OBJECT;

  private final Definitions<JsonObject> definitions = new Definitions<>();
  private final List<String> problems;

  ResultDescriber(List<String> problems) {
    this.problems = problems;
  }

  /** A type that contains itself is spelled out here: peers look for {@code type} at the root. */
  JsonObject root(TypeUsage place) {
    JsonObject described = describe(place);
    return described.containsKey("$ref") ? definitions.get(described) : described;
  }

  void addDefinitionsTo(JsonObjectBuilder schema) {
    definitions.addTo(schema, definition -> definition);
  }

  static JsonObject nullable(JsonObject schema) {
    return Json.createObjectBuilder()
        .add("anyOf", Json.createArrayBuilder().add(schema).add(JsonType.typed("null")))
        .build();
  }

  private JsonObject describe(TypeUsage place) {
    JsonObjectBuilder schema = Json.createObjectBuilder(bare(place));
    place.description().ifPresent(text -> schema.add("description", text));
    return schema.build();
  }

  private JsonObject bare(TypeUsage place) {
    Optional<Class<?>> raw = place.raw();
    if (raw.isEmpty()) {
      return bare(place.bound());
    }
    return WrittenTypes.find(raw.get()).orElseGet(() -> composed(place, raw.get()));
  }

  private JsonObject composed(TypeUsage place, Class<?> raw) {
    if (place.tooDeep()) {
      return unusable(place, "nests too deeply");
    }
    if (raw.isEnum()) {
      return EnumType.of(raw).schema();
    }
    if (raw.isArray()) {
      return array(element(place.component()));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return array(place.arguments().size() == 1 ? element(place.arguments().get(0)) : ANY);
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(place.arguments());
    }
    return raw == Optional.class ? optional(place.arguments()) : object(place, raw);
  }

  /** Inside arrays and maps an empty Optional is written as null; as a member it is left out. */
  private JsonObject element(TypeUsage place) {
    JsonObject schema = describe(place);
    return place.isOptional() ? nullable(schema) : schema;
  }

  private static JsonObject array(JsonObject items) {
    return Json.createObjectBuilder(JsonType.typed("array")).add("items", items).build();
  }

  private JsonObject optional(List<TypeUsage> arguments) {
    return arguments.isEmpty() ? ANY : describe(arguments.get(0));
  }

  private JsonObject map(List<TypeUsage> arguments) {
    boolean keyed =
        arguments.size() == 2 && arguments.get(0).raw().filter(WrittenTypes::isKey).isPresent();
    if (!keyed) {
      return ANY;
    }
    return Json.createObjectBuilder(JsonType.typed("object"))
        .add("additionalProperties", element(arguments.get(1)))
        .build();
  }

  private JsonObject object(TypeUsage place, Class<?> raw) {
    if (raw.getName().startsWith("java.") || raw.getName().startsWith("jakarta.")) {
      return unusable(place, "cannot be a result: return a record");
    }
    boolean uncertain =
        raw.isInterface()
            || raw.isAnnotationPresent(JsonbTypeAdapter.class)
            || raw.isAnnotationPresent(JsonbTypeSerializer.class);
    return uncertain
        ? ANY
        : definitions.define(place, () -> members(place, raw), Definitions::reference);
  }

  private JsonObject members(TypeUsage place, Class<?> raw) {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    JsonArrayBuilder required = Json.createArrayBuilder();
    for (Member member : WrittenMembers.of(raw)) {
      properties.add(member.name(), member(place.member(member), member, raw));
      if (member.alwaysWritten()) {
        required.add(member.name());
      }
    }
    return JsonType.object(properties.build(), required.build()).build();
  }

  private JsonObject member(TypeUsage place, Member member, Class<?> owner) {
    if (member.customized()) {
      return ANY;
    }
    JsonObject schema = describe(place);
    return member.writesNull(owner) ? nullable(schema) : schema;
  }

  private JsonObject unusable(TypeUsage place, String why) {
    problems.add(place.path() + ": " + place.type().getTypeName() + " " + why);
    return ANY;
  }
}
