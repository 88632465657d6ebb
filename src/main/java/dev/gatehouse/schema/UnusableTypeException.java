package dev.gatehouse.schema;

import java.util.List;

/** A declaration that no schema can describe; carries all problems. */
public final class UnusableTypeException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String[] problems;

  UnusableTypeException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = problems.toArray(String[]::new);
  }

  /** One sentence each, naming the argument or the type. */
  public List<String> problems() {
    return List.of(problems);
  }
}
