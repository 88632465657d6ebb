package dev.gatehouse.security.token;

/**
 * The access token is no good: answer 401 {@code invalid_token} (RFC 6750 §3.1). The message is one
 * of the fixed sentences below, fit for {@code error_description}; it never quotes the token.
 */
public final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why the token was refused. */
  public enum Reason {
    EMPTY("The access token is missing"),
    TOO_LONG("The access token is too long"),
    MALFORMED("The access token is not a signed JWT"),
    WRONG_TYPE("The JWT is not an access token"),
    CRITICAL_HEADER("The access token has a critical header parameter that is not supported"),
    WRONG_ALGORITHM("The access token is signed with an algorithm that is not accepted"),
    UNKNOWN_KEY("The access token is signed with an unknown key"),
    BAD_SIGNATURE("The signature of the access token is wrong"),
    MISSING_CLAIM("The access token lacks a required claim"),
    WRONG_ISSUER("The access token was issued by another authorization server"),
    WRONG_AUDIENCE("The access token was issued for another audience"),
    EXPIRED("The access token expired"),
    TOO_OLD("The access token was issued too long ago"),
    NOT_YET_VALID("The access token is not valid yet");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** A fixed sentence for {@code error_description}. */
    public String sentence() {
      return sentence;
    }
  }

  private final Reason reason;

  private final String detail;

  public InvalidTokenException(Reason reason) {
    this(reason, "");
  }

  public InvalidTokenException(Reason reason, String detail) {
    // Strangers cause these, and where they are made is no news.
    super(reason.sentence, null, false, false);
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  /** What was found and what is accepted, for the operator only; "" if the reason says it all. */
  public String detail() {
    return detail;
  }

  /** A fixed sentence for {@code error_description}. */
  public String description() {
    return reason.sentence;
  }
}
