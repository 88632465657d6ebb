package dev.gatehouse.engine.schema;

import java.util.Optional;

/** Where in a result we are. */
record WriteContext(Optional<WriteContext> outer, String step, int depth, ResultTypes types) {
  // What contains itself would be written for ever.
  private static final int MAX_DEPTH = 100;

  static WriteContext start(ResultTypes types) {
    return new WriteContext(Optional.empty(), "result", 0, types);
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
    return new WriteContext(Optional.of(this), next, depth + 1, types);
  }

  UnwritableResultException refuse(String why) {
    return new UnwritableResultException(ReadContext.excerpt(path()) + " " + why);
  }

  UnwritableResultException refuse(String why, Exception cause) {
    UnwritableResultException refused = refuse(why);
    refused.initCause(cause);
    return refused;
  }

  private String path() {
    return outer.map(WriteContext::path).orElse("") + step;
  }
}
