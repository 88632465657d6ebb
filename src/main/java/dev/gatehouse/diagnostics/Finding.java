package dev.gatehouse.diagnostics;

/**
 * What one check found.
 *
 * @param check the check's name, lower case and stable
 * @param message one sentence; unless all is well, it names the setting and says what to change
 */
public record Finding(String check, State state, String message) {
  /** How bad it is. */
  public enum State {
    OK,
    /** It works, or can't be told from here. */
    WARNING,
    /** Callers are kept out. */
    PROBLEM
  }

  static Finding ok(String check, String message) {
    return new Finding(check, State.OK, message);
  }

  static Finding warning(String check, String message) {
    return new Finding(check, State.WARNING, message);
  }

  static Finding problem(String check, String message) {
    return new Finding(check, State.PROBLEM, message);
  }
}
