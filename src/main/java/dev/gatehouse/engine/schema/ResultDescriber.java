package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.annotation.JsonbVisibility;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Java types to {@link ResultType}s; what cannot be written is noted. Says only what is certain:
 * null members are left out, so only primitives and what is {@code @NotNull} are required;
 * subclasses may add members; other constraints are not promises about results.
 */
final class ResultDescriber {
  private static final ResultType ANY = new ResultAny();
  private static final List<Class<? extends Annotation>> CUSTOMIZED =
      List.of(
          JsonbTypeAdapter.class,
          JsonbTypeSerializer.class,
          JsonbTypeInfo.class,
          JsonbVisibility.class);

  private final Definitions<ResultType> definitions = new Definitions<>();
  private final List<String> problems;

  ResultDescriber(List<String> problems) {
    this.problems = problems;
  }

  /** A type that contains itself is spelled out here: peers look for {@code type} at the root. */
  ResultType root(TypeUsage place) {
    ResultType described = describe(place);
    return described.schema().containsKey("$ref") ? described.target() : described;
  }

  void addDefinitionsTo(JsonObjectBuilder schema) {
    definitions.addTo(schema, ResultType::schema);
  }

  ResultType describe(TypeUsage place) {
    ResultType bare = bare(place);
    return place
        .description()
        .<ResultType>map(text -> new ResultDescribed(bare, text))
        .orElse(bare);
  }

  private ResultType bare(TypeUsage place) {
    Optional<Class<?>> raw = place.raw();
    if (raw.isEmpty()) {
      return bare(place.bound());
    }
    return WrittenTypes.find(raw.get()).orElseGet(() -> composed(place, raw.get()));
  }

  private ResultType composed(TypeUsage place, Class<?> raw) {
    if (place.tooDeep()) {
      return unusable(place, "nests too deeply");
    }
    if (Enum.class.isAssignableFrom(raw) && raw != Enum.class) {
      return enumeration(raw.isEnum() ? raw : raw.getSuperclass());
    }
    if (raw.isArray()) {
      return array(place.component());
    }
    if (Collection.class.isAssignableFrom(raw) || Stream.class.isAssignableFrom(raw)) {
      Class<?> holder = Collection.class.isAssignableFrom(raw) ? Collection.class : Stream.class;
      return place.argument(holder, 0).map(this::array).orElse(new ResultArray(ANY, true));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return map(place);
    }
    return raw == Optional.class
        ? place.argument(raw, 0).map(this::describe).orElse(ANY)
        : object(place, raw);
  }

  /** By its name, as arguments of that type. */
  private static ResultType enumeration(Class<?> raw) {
    return new ResultScalar(
        EnumType.of(raw).schema(), (value, at) -> Json.createValue(((Enum<?>) value).name()));
  }

  private ResultType array(TypeUsage element) {
    return new ResultArray(describe(element), element.isOptional());
  }

  private ResultType map(TypeUsage place) {
    ResultType key = place.argument(Map.class, 0).map(this::bare).orElse(ANY);
    if (!(key instanceof ResultAny) && !WrittenTypes.isKey(key)) {
      return unusable(place, "has keys that are no text, number or enum: return a list of records");
    }
    Optional<TypeUsage> values = place.argument(Map.class, 1);
    return new ResultMap(
        key,
        values.map(this::describe).orElse(ANY),
        values.filter(TypeUsage::isOptional).isPresent());
  }

  private ResultType object(TypeUsage place, Class<?> raw) {
    if (CUSTOMIZED.stream().anyMatch(raw::isAnnotationPresent)) {
      return new ResultScalar(JsonValue.EMPTY_JSON_OBJECT, (value, at) -> at.byJsonb(value));
    }
    // The JDK's are in modules of a name; what authors and their libraries wrote never is.
    if (raw.getModule().isNamed() || raw.getName().startsWith("jakarta.")) {
      return unusable(place, "cannot be a result: return a record");
    }
    if (raw.isSealed()) {
      return defined(place, new SealedTypes(this::describe, place)::union);
    }
    return raw.isInterface()
        ? ANY
        : defined(place, () -> new ResultMembers(this::describe, place, raw).object());
  }

  private ResultType defined(TypeUsage place, Supplier<ResultType> compile) {
    return definitions.define(place, compile, name -> new ResultReference(name, definitions));
  }

  private ResultType unusable(TypeUsage place, String why) {
    problems.add(place.path() + ": " + place.type().getTypeName() + " " + why);
    return ANY;
  }
}
