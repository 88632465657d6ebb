package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Java types to {@link JsonType}s; what cannot be compiled is noted and stands in as any JSON. */
final class TypeCompiler {
  private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Collection.class, Set.class);

  private final Definitions<JsonType> definitions = new Definitions<>();
  private final List<String> problems;

  TypeCompiler(List<String> problems) {
    this.problems = problems;
  }

  JsonType compile(TypeUsage place) {
    if (Constraints.onlyNull(place)) {
      problems.add(place.path() + ": no value keeps to @Null: leave it out");
    }
    JsonType type = bare(place);
    JsonObjectBuilder keywords = Json.createObjectBuilder();
    place.description().ifPresent(text -> keywords.add("description", text));
    keywords.addAll(Json.createObjectBuilder(Constraints.keywords(place, type.schema())));
    return DescribedType.of(type, keywords.build());
  }

  void addDefinitionsTo(JsonObjectBuilder schema) {
    definitions.addTo(schema, JsonType::schema);
  }

  private JsonType bare(TypeUsage place) {
    Optional<Class<?>> raw = place.raw();
    if (raw.isEmpty()) {
      return unusable(place, "stands for no certain type: name one");
    }
    if (place.isRaw()) {
      return unusable(place, "lacks its type arguments: write them, as in List<String>");
    }
    return ScalarTypes.find(raw.get())
        .or(() -> AnyType.find(raw.get()))
        .orElseGet(() -> composed(place, raw.get()));
  }

  private JsonType composed(TypeUsage place, Class<?> raw) {
    if (place.tooDeep()) {
      return unusable(place, "nests too deeply");
    }
    if (raw.isEnum()) {
      return EnumType.of(raw);
    }
    if (raw.isArray()) {
      return new ArrayType(raw.getComponentType(), compile(place.component()));
    }
    if (raw.isRecord()) {
      return definitions.define(
          place, () -> record(place, raw), name -> new RecordReference(name, definitions));
    }
    return ReadMembers.has(raw)
        ? definitions.define(
            place, () -> bean(place, raw), name -> new RecordReference(name, definitions))
        : container(place, raw);
  }

  private JsonType container(TypeUsage place, Class<?> raw) {
    if (raw == Optional.class) {
      return OptionalType.of(compile(place.arguments().get(0)));
    }
    if (COLLECTIONS.contains(raw)) {
      return new CollectionType(compile(place.arguments().get(0)), raw == Set.class);
    }
    if (raw != Map.class) {
      return unusable(place, TypeAdvice.instead(raw));
    }
    TypeUsage key = place.arguments().get(0);
    if (key.type() != String.class) {
      return unusable(place, "must have String keys, as JSON objects have");
    }
    return new MapType(
        Constraints.keywords(key, JsonType.typed("string")), compile(place.arguments().get(1)));
  }

  private JsonType record(TypeUsage place, Class<?> raw) {
    List<RecordComponent> components = List.of(raw.getRecordComponents());
    List<Property> properties =
        components.stream().map(Member::of).map(member -> property(place, member)).toList();
    try {
      Constructor<?> constructor =
          raw.getDeclaredConstructor(
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      String owner = "a property of " + raw.getSimpleName();
      return new RecordType(PropertySet.of(properties, owner), constructor);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return unusable(place, "cannot be constructed: make it public (" + e.getMessage() + ")");
    }
  }

  private JsonType bean(TypeUsage place, Class<?> raw) {
    List<Member> members = ReadMembers.of(raw);
    List<Property> properties = members.stream().map(m -> property(place, m)).toList();
    try {
      String owner = "a property of " + raw.getSimpleName();
      return BeanType.of(PropertySet.of(properties, owner), raw, members);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return unusable(place, "cannot be constructed: make it public (" + e.getMessage() + ")");
    }
  }

  private Property property(TypeUsage place, Member member) {
    TypeUsage here = place.member(member);
    ClientSubset.key(here.path(), member.name(), problems);
    JsonType type = compile(here);
    boolean required = member.alwaysRead() || Constraints.notNull(here);
    return new Property(member.name(), type, required && !type.optional(), Optional.empty(), false);
  }

  private JsonType unusable(TypeUsage place, String why) {
    problems.add(place.path() + ": " + place.type().getTypeName() + " " + why);
    return AnyType.find(Object.class).orElseThrow();
  }
}
