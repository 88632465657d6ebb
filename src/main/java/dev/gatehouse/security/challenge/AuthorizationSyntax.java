package dev.gatehouse.security.challenge;

import java.util.regex.Pattern;

/** The syntax of one {@code Authorization} field value (RFC 6750 §2.1). */
final class AuthorizationSyntax {
  private static final String BEARER = "bearer";
  private static final String BLANKS = " \t\n\u000B\f\r";

  /** Intermediaries may join two fields with a comma (RFC 9110 §5.3). */
  private static final Pattern JOINED =
      Pattern.compile(".*,\\s*bearer(\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private AuthorizationSyntax() {}

  static AuthorizationHeader parse(String value) {
    if (!isBearer(value)) {
      return JOINED.matcher(value).matches()
          ? new AuthorizationHeader.Malformed()
          : new AuthorizationHeader.Absent();
    }
    String token = value.substring(Math.min(BEARER.length() + 1, value.length())).strip();
    return isOne(token)
        ? new AuthorizationHeader.Bearer(token)
        : new AuthorizationHeader.Malformed();
  }

  private static boolean isBearer(String value) {
    return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && (value.length() == BEARER.length()
            || BLANKS.indexOf(value.charAt(BEARER.length())) >= 0);
  }

  private static boolean isOne(String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c == ',' || Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }
}
