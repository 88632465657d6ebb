package dev.gatehouse.engine.schema;

import java.util.List;

/**
 * Declared types that have no JSON form; each problem names the place, the type and what to do
 * instead.
 */
public final class UnusableTypeException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String[] problems;

  UnusableTypeException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = problems.toArray(String[]::new);
  }

  public List<String> problems() {
    return List.of(problems);
  }
}
