package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
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
    Optional<JsonValue> otherwise = otherwise(argument, type);
    boolean demanded =
        (argument.required() || Constraints.notNull(place))
            && !argument.hasValue()
            && !type.optional();
    boolean never = !demanded && !argument.hasValue() && isPrimitive(place);
    if (never || demanded && argument.hidden()) {
      problems.add(absent(argument, place));
    }
    JsonType described = DescribedType.of(type, keywords(argument, otherwise));
    boolean required = demanded && !argument.hidden();
    return new Property(argument.name(), described, required, otherwise, argument.hidden());
  }

  private static String absent(Argument argument, TypeUsage place) {
    String cure =
        argument.hidden()
            ? "don't hide it, or fix its value"
            : "make it required, use Optional, or give it a default value";
    return "%s: %s cannot be absent: %s"
        .formatted(argument.name(), place.type().getTypeName(), cure);
  }

  private Optional<JsonValue> otherwise(Argument argument, JsonType type) {
    return argument
        .value()
        .flatMap(value -> checked(argument, value, type))
        .or(() -> argument.defaultValue().flatMap(text -> literal(argument, text, type)));
  }

  private static boolean isPrimitive(TypeUsage place) {
    return place.type() instanceof Class<?> type && type.isPrimitive();
  }

  private Optional<JsonValue> literal(Argument argument, String text, JsonType type) {
    try {
      return checked(argument, type.literal(text), type);
    } catch (JsonException e) {
      problems.add(argument.name() + ": its default value is not JSON, as this type needs");
      return Optional.empty();
    }
  }

  private Optional<JsonValue> checked(Argument argument, JsonValue value, JsonType type) {
    ReadContext reading = ReadContext.start();
    type.read(value, reading.member(argument.name()));
    String its = argument.hidden() ? ": its fixed value " : ": its default value ";
    problems.addAll(reading.problems().stream().map(p -> p.replaceFirst(": ", its)).toList());
    return Optional.of(value);
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
