package dev.gatehouse.schema;

import java.util.List;

/** Arguments that do not fit; carries all problems, each {@code path: what is wrong}. */
public final class InvalidArgumentsException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String[] problems;

  InvalidArgumentsException(List<String> problems) {
    super(String.join("; ", problems), null, false, false);
    this.problems = problems.toArray(String[]::new);
  }

  /** One sentence each, at most 50. */
  public List<String> problems() {
    return List.of(problems);
  }
}
