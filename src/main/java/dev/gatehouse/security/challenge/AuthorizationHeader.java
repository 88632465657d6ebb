package dev.gatehouse.security.challenge;

import java.util.List;

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
    return values.isEmpty() ? new Absent() : AuthorizationSyntax.parse(values.get(0).strip());
  }
}
