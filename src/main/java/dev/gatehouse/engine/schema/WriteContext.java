package dev.gatehouse.engine.schema;

import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where in a result we are. */
record WriteContext(
    Optional<WriteContext> outer,
    String member,
    int index,
    int depth,
    BiFunction<Object, WriteContext, JsonValue> byClass,
    Function<Object, JsonValue> jsonb) {
  private static final int MEMBER = -1;
  // What contains itself would be written for ever.
  private static final int MAX_DEPTH = 100;

  static WriteContext start(
      BiFunction<Object, WriteContext, JsonValue> byClass, Function<Object, JsonValue> jsonb) {
    return new WriteContext(Optional.empty(), "result", MEMBER, 0, byClass, jsonb);
  }

  WriteContext member(String name) {
    return inner(name, MEMBER);
  }

  WriteContext element(int index) {
    return inner("", index);
  }

  private WriteContext inner(String name, int index) {
    if (depth == MAX_DEPTH) {
      throw refuse("nests too deeply, or contains itself");
    }
    return new WriteContext(Optional.of(this), name, index, depth + 1, byClass, jsonb);
  }

  UnwritableResultException refuse(String why) {
    return new UnwritableResultException(Excerpt.of(path()) + " " + why);
  }

  /** A value whose declared type does not tell its class. */
  JsonValue byClass(Object value) {
    return byClass.apply(value, this);
  }

  JsonValue byJsonb(Object value) {
    try {
      return jsonb.apply(value);
    } catch (JsonbException e) {
      UnwritableResultException refused = refuse("cannot be written by JSON-B");
      refused.initCause(e);
      throw refused;
    }
  }

  private String path() {
    String step = index == MEMBER ? "." + member : "[" + index + "]";
    return outer.map(around -> around.path() + step).orElse(member);
  }
}
