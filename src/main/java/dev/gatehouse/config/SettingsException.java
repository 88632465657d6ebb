package dev.gatehouse.config;

import java.util.List;

/**
 * The configuration can't be used; carries every problem at once, each a sentence that names the
 * property, its environment variable, the way to mend it, and what was found where; what may be a
 * secret is left out.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String[] problems;

  SettingsException(List<String> problems) {
    super("Gatehouse can't start:\n- " + String.join("\n- ", problems));
    this.problems = problems.toArray(String[]::new);
  }

  /** The sentences, in the order in which the settings were read; at least one. */
  public List<String> problems() {
    return List.of(problems);
  }
}
