package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a tool returns, compiled once: the tool's {@code outputSchema}, and the way from a value to
 * JSON that fits it. Text, single values and results of no certain form have no schema. Immutable.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">MCP,
 *     tools</a>
 */
public final class ResultSchema {
  private static final Set<String> STRUCTURED = Set.of("object", "array");

  private final ResultType type;
  private final boolean optional;
  private final Optional<JsonObject> schema;

  private ResultSchema(ResultType type, boolean optional, Optional<JsonObject> schema) {
    this.type = type;
    this.optional = optional;
    this.schema = schema;
  }

  /** Compiles a method's generic return type; names everything in it that can't be written. */
  public static ResultSchema of(Type returnType) throws UnusableTypeException {
    return of(TypeUsage.of("result", returnType));
  }

  /** The same for a method of this bean, which may say what type variables stand for. */
  public static ResultSchema of(Type returnType, Class<?> bean) throws UnusableTypeException {
    AnnotatedElement unmarked = Object.class;
    return of(TypeUsage.of("result", returnType, unmarked, bean));
  }

  /** Of values of which only they themselves tell the type. */
  public static ResultSchema any() {
    return new ResultSchema(new ResultAny(), true, Optional.empty());
  }

  private static ResultSchema of(TypeUsage place) throws UnusableTypeException {
    if (place.type() == void.class || place.type() == Void.class) {
      return any();
    }
    List<String> problems = new ArrayList<>();
    ResultDescriber describer = new ResultDescriber(problems);
    ResultType type = describer.root(place);
    if (!problems.isEmpty()) {
      throw new UnusableTypeException(problems);
    }
    Optional<JsonObject> schema =
        Optional.of(type.schema())
            .filter(root -> STRUCTURED.contains(root.getString("type", "")))
            .map(root -> place.isOptional() ? WrittenTypes.nullable(root) : root)
            .map(root -> withDefinitions(root, describer));
    return new ResultSchema(type, place.isOptional(), schema);
  }

  private static JsonObject withDefinitions(JsonObject root, ResultDescriber describer) {
    JsonObjectBuilder schema = Json.createObjectBuilder(root);
    describer.addDefinitionsTo(schema);
    return schema.build();
  }

  /** A JSON Schema 2020-12; empty if the result is plain text. {@code Optional<T>} may be null. */
  public Optional<JsonObject> schema() {
    return schema;
  }

  /** Whether every result is a JSON object, as protocol versions before 2026-07-28 demand. */
  public boolean isObject() {
    return schema.filter(root -> root.getString("type", "").equals("object")).isPresent();
  }

  /** Whether there may be no result. */
  public boolean isOptional() {
    return optional;
  }

  /**
   * What the method returned as JSON that fits the schema; empty for null and an empty Optional.
   *
   * @throws UnwritableResultException when JSON or the schema has no place for it
   */
  public Optional<JsonValue> write(Object value, ResultTypes types) {
    return PresentValue.of(value)
        .map(present -> type.write(present, WriteContext.start(types::write, types::byJsonb)));
  }
}
