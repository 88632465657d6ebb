package dev.gatehouse.engine.schema;

import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.util.Optional;
import java.util.function.Function;

/** Where in a result we are. */
record WriteContext(
    Optional<WriteContext> outer,
    String step,
    int depth,
    Function<Class<?>, ResultType> types,
    Function<Object, JsonValue> jsonb) {
  // What contains itself would be written for ever.
  private static final int MAX_DEPTH = 100;

  static WriteContext start(
      Function<Class<?>, ResultType> types, Function<Object, JsonValue> jsonb) {
    return new WriteContext(Optional.empty(), "result", 0, types, jsonb);
  }

  WriteContext member(String name) {
    return inner("." + name);
  }

  WriteContext element(int index) {
    return inner("[" + index + "]");
  }

  private WriteContext inner(String next) {
    if (depth == MAX_DEPTH) {
      throw refuse("nests too deeply, or contains itself");
    }
    return new WriteContext(Optional.of(this), next, depth + 1, types, jsonb);
  }

  UnwritableResultException refuse(String why) {
    return new UnwritableResultException(ReadContext.excerpt(path()) + " " + why);
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
    return outer.map(WriteContext::path).orElse("") + step;
  }
}
