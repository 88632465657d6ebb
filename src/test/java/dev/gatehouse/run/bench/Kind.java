package dev.gatehouse.run.bench;

/** What is measured of every server. */
enum Kind {
  GET("get_todo", Operation.GET),
  POOL("get_todo, many tokens", Operation.GET),
  LIST("list_todos of 100", Operation.LIST),
  TOOLS("tools/list", Operation.TOOLS),
  NO_TOKEN("401, no token", Operation.GET),
  BAD_SIGNATURE("401, bad signature", Operation.GET),
  UNAUDITED("get_todo, no audit", Operation.GET);

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
}
