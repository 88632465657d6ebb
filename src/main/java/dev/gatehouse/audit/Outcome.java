package dev.gatehouse.audit;

/** What became of a request. */
public enum Outcome {
  /** The call ran and was answered. */
  ALLOWED("allowed", true, true),
  /** The call ran, and the answer is an error. */
  FAILED("failed", true, true),
  /** The call ran, and its client stopped waiting. */
  CANCELLED("cancelled", true, true),
  /** No valid token came with the request. */
  REFUSED_AUTHENTICATION("refused-authentication", false, false),
  /** The request came for a host or from a page that is not listed. */
  REFUSED_ORIGIN("refused-origin", false, false),
  /** The token lacks a scope. */
  REFUSED_SCOPE("refused-scope", false, true),
  /** The application does not let the caller in. */
  REFUSED_ACCESS("refused-access", false, true),
  /** Too many calls. */
  REFUSED_QUOTA("refused-quota", false, true),
  /** What was called is switched off. */
  REFUSED_SWITCH("refused-switch", false, true);

  private final String text;
  private final boolean ran;
  private final boolean hasCaller;

  Outcome(String text, boolean ran, boolean hasCaller) {
    this.text = text;
    this.ran = ran;
    this.hasCaller = hasCaller;
  }

  /** As it is written. */
  public String text() {
    return text;
  }

  /** Whether a method ran to this end. */
  public boolean ran() {
    return ran;
  }

  /** Whether it is known who called. */
  public boolean hasCaller() {
    return hasCaller;
  }
}
