package dev.gatehouse.schema;

import jakarta.json.JsonObject;
import java.lang.reflect.Type;
import java.util.Optional;

/** What a tool returns, as JSON-B writes it; text and single values have no schema. Immutable. */
public final class ResultSchema {
  private final Optional<JsonObject> schema;

  private ResultSchema(Optional<JsonObject> schema) {
    this.schema = schema;
  }

  public static ResultSchema of(Type returnType) throws UnusableTypeException {
    return new ResultSchema(Optional.empty());
  }

  /** A JSON Schema 2020-12; empty if the result is plain text. */
  public Optional<JsonObject> schema() {
    return schema;
  }

  /** Whether every result is a JSON object, as protocol versions before 2026-07-28 demand. */
  public boolean isObject() {
    return schema.filter(root -> root.getString("type", "").equals("object")).isPresent();
  }
}
