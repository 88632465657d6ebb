package dev.gatehouse.security;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the {@code Authorization} fields of one request hold (RFC 6750 §2.1, RFC 9110 §11.6.2): no
 * bearer token, one bearer token (possibly empty), or something that can't be understood.
 */
public sealed interface AuthorizationHeader {
  /** No credentials, or credentials of another scheme. */
  record Absent() implements AuthorizationHeader {}

  /** One bearer token, not verified yet; empty if only the scheme was sent. */
  record Bearer(String token) implements AuthorizationHeader {
    @Override
    public String toString() {
      return "Bearer[...]";
    }
  }

  /** More than one credential, or a token with blanks or commas in it. */
  record Malformed() implements AuthorizationHeader {}

  /** The values of all {@code Authorization} fields, in order; never throws. */
  static AuthorizationHeader parse(List<String> values) {
    if (values.size() > 1) {
      return new Malformed();
    }
    return values.isEmpty() ? new Absent() : Syntax.parse(values.get(0).strip());
  }

  /** The syntax of one field value. */
  final class Syntax {
    private static final Pattern BEARER =
        Pattern.compile("bearer(\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Intermediaries may join two fields with a comma (RFC 9110 §5.3). */
    private static final Pattern JOINED =
        Pattern.compile(".*,\\s*bearer(\\s.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Syntax() {}

    private static AuthorizationHeader parse(String value) {
      if (!BEARER.matcher(value).matches()) {
        return JOINED.matcher(value).matches() ? new Malformed() : new Absent();
      }
      String token = value.substring("bearer".length()).strip();
      boolean one = token.chars().noneMatch(c -> c == ',' || Character.isWhitespace(c));
      return one ? new Bearer(token) : new Malformed();
    }
  }
}
