package dev.gatehouse.engine.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a tool returns, as JSON-B writes it: the tool's {@code outputSchema}. Text, single values
 * and results of no certain form have none. Immutable.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/draft/server/tools">MCP, tools</a>
 */
public final class ResultSchema {
  private static final Set<String> STRUCTURED = Set.of("object", "array");

  private final Optional<JsonObject> schema;

  private ResultSchema(Optional<JsonObject> schema) {
    this.schema = schema;
  }

  /** Compiles a method's generic return type; names everything in it that JSON-B cannot write. */
  public static ResultSchema of(Type returnType) throws UnusableTypeException {
    if (returnType == void.class || returnType == Void.class) {
      return new ResultSchema(Optional.empty());
    }
    List<String> problems = new ArrayList<>();
    TypeUsage place = TypeUsage.of("result", returnType);
    ResultDescriber describer = new ResultDescriber(problems);
    JsonObject described = describer.root(place);
    if (!problems.isEmpty()) {
      throw new UnusableTypeException(problems);
    }
    return new ResultSchema(
        Optional.of(described)
            .filter(root -> STRUCTURED.contains(root.getString("type", "")))
            .map(root -> place.isOptional() ? ResultDescriber.nullable(root) : root)
            .map(root -> withDefinitions(root, describer)));
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
}
