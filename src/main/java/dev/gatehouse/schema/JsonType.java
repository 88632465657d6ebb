package dev.gatehouse.schema;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** A Java type compiled once: describes itself, and reads a value without further reflection. */
sealed interface JsonType
    permits ScalarType, OptionalType, ArrayType, MapType, RecordType, ReferenceType, AnyType {

  /** The schema, open for constraints to be added. */
  JsonObjectBuilder schema();

  /** The Java value; null after noting a problem. */
  Object read(JsonValue value, String path, Problems problems);

  /** What stands for an absent value; null when there is nothing. */
  default Object absent() {
    return null;
  }

  /** Whether an absent value has something to stand for it. */
  default boolean mayBeAbsent() {
    return false;
  }

  /** The JSON type's name, or empty when several are possible. */
  String name();
}
