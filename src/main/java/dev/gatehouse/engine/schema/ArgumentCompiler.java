package dev.gatehouse.engine.schema;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * One tool's arguments to {@link Property}s; what cannot be is noted, so that all problems are told
 * at once.
 */
final class ArgumentCompiler {
  private final List<String> problems;
  private final TypeCompiler types;

  ArgumentCompiler(List<String> problems) {
    this.problems = problems;
    this.types = new TypeCompiler(problems);
  }

  JsonObject root(PropertySet properties) {
    JsonObjectBuilder schema = properties.schema();
    types.addDefinitionsTo(schema);
    return schema.build();
  }

  Property argument(Argument argument) {
    TypeUsage place =
        TypeUsage.of(argument.name(), argument.type(), argument.annotations(), argument.owner());
    JsonType type = types.compile(place);
    UncheckedConstraints.note(place, problems);
    Optional<JsonValue> otherwise =
        argument.defaultValue().flatMap(text -> defaultValue(argument.name(), text, type));
    boolean required =
        (argument.required() || Constraints.notNull(place))
            && argument.defaultValue().isEmpty()
            && !type.optional();
    if (!required && argument.defaultValue().isEmpty() && isPrimitive(place)) {
      problems.add(
          "%s: %s cannot be absent: make it required, use Optional, or give it a default value"
              .formatted(argument.name(), place.type().getTypeName()));
    }
    JsonType described = DescribedType.of(type, keywords(argument, otherwise));
    return new Property(argument.name(), described, required, otherwise);
  }

  private static boolean isPrimitive(TypeUsage place) {
    return place.type() instanceof Class<?> type && type.isPrimitive();
  }

  private Optional<JsonValue> defaultValue(String name, String text, JsonType type) {
    ReadContext reading = ReadContext.start();
    try {
      JsonValue value = type.literal(text);
      type.read(value, reading.member(name));
      problems.addAll(
          reading.problems().stream()
              .map(p -> p.replaceFirst(": ", ": its default value "))
              .toList());
      return Optional.of(value);
    } catch (JsonException e) {
      problems.add(name + ": its default value is not JSON, as this type needs");
      return Optional.empty();
    }
  }

  private static JsonObject keywords(Argument argument, Optional<JsonValue> otherwise) {
    JsonObjectBuilder keywords = Json.createObjectBuilder();
    if (!argument.description().isBlank()) {
      keywords.add("description", argument.description());
    }
    otherwise.ifPresent(value -> keywords.add("default", value));
    argument.header().ifPresent(header -> keywords.add("x-mcp-header", header));
    return keywords.build();
  }
}
