package dev.gatehouse.run.bench;

import java.util.List;
import java.util.stream.Stream;

/** What clients do, most of it to be measured. */
enum Kind {
  GET("get_todo", Operation.GET),
  POOL("get_todo, many tokens", Operation.GET),
  LIST("list_todos of 100", Operation.LIST),
  TOOLS("tools/list", Operation.TOOLS),
  NO_TOKEN("401, no token", Operation.GET),
  BAD_SIGNATURE("401, bad signature", Operation.GET),
  UNAUDITED("get_todo, no audit", Operation.GET),
  GROWN("get_todo, beside others", Operation.GET),
  ECHO("a tool without data", Operation.ECHO),
  /** What others have before that. */
  OTHERS_TODO("a todo of somebody else", Operation.CREATE),
  OTHERS_SESSION("a session of somebody else", Operation.INITIALIZE);

  /** What is measured of Gatehouse and, but for what is of Gatehouse only, of others. */
  static final List<Kind> MEASURED =
      List.of(GET, POOL, LIST, TOOLS, NO_TOKEN, BAD_SIGNATURE, UNAUDITED, GROWN);

  /** What the page shows. */
  static final List<Kind> SHOWN = Stream.concat(MEASURED.stream(), Stream.of(ECHO)).toList();

  final String title;
  final Operation operation;

  Kind(String title, Operation operation) {
    this.title = title;
    this.operation = operation;
  }

  /** Whether it is the same in both eras, since nobody reads the message. */
  boolean isRefused() {
    return this == NO_TOKEN || this == BAD_SIGNATURE;
  }

  /** Whether it is about what others do not have. */
  boolean isOfOursOnly() {
    return this == UNAUDITED || this == GROWN;
  }
}
