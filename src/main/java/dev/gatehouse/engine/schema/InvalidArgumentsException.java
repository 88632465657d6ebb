package dev.gatehouse.engine.schema;

import java.util.List;

/** Arguments that do not fit the schema; each problem reads {@code path: what is wrong}. */
public final class InvalidArgumentsException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String[] problems;

  /** With at least one problem. */
  public InvalidArgumentsException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = problems.toArray(String[]::new);
  }

  public List<String> problems() {
    return List.of(problems);
  }
}
