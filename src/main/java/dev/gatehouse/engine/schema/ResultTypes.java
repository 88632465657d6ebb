package dev.gatehouse.engine.schema;

import dev.gatehouse.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of values whose declared type does not tell them, such as {@code Object}, compiled
 * when the first is written; and JSON-B for what authors wrote for it alone.
 */
public final class ResultTypes {
  private final Map<Class<?>, ResultType> known = new ConcurrentHashMap<>();
  private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
  private final Jsonb jsonb;

  /** With none yet. */
  public ResultTypes(Jsonb jsonb) {
    this.jsonb = jsonb;
  }

  JsonValue write(Object value, WriteContext at) {
    return known
        .computeIfAbsent(value.getClass(), unknown -> compile(Supertypes.declared(unknown)))
        .write(value, at);
  }

  private static ResultType compile(Class<?> type) {
    List<String> problems = new ArrayList<>();
    ResultType compiled = new ResultDescriber(problems).root(TypeUsage.of("", type));
    if (problems.isEmpty() && !(compiled instanceof ResultAny)) {
      return compiled;
    }
    return new ResultScalar(
        JsonValue.EMPTY_JSON_OBJECT,
        (value, at) -> {
          throw at.refuse("cannot be written: it is of " + type.getName());
        });
  }

  JsonValue byJsonb(Object value) {
    try (JsonReader reader = readers.createReader(new StringReader(jsonb.toJson(value)))) {
      return reader.readValue();
    }
  }
}
