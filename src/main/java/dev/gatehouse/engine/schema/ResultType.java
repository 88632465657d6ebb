package dev.gatehouse.engine.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * A Java type, compiled: describes itself as <a href="https://json-schema.org/draft/2020-12">JSON
 * Schema</a> and writes its values, so that what is sent is what was described. Immutable; looks
 * nothing up while writing, but for values whose class the declared type does not tell.
 */
sealed interface ResultType
    permits ResultAny,
        ResultArray,
        ResultDescribed,
        ResultMap,
        ResultObject,
        ResultReference,
        ResultScalar,
        ResultUnion {
  JsonObject schema();

  /** The value as JSON; what cannot be is refused in {@code at}. Never null, nor an Optional. */
  JsonValue write(Object value, WriteContext at);

  /** Where it is spelled out, for one that is a reference in the schema. */
  default ResultType target() {
    return this;
  }
}
