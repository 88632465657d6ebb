package dev.gatehouse.security;

import java.util.Set;

/**
 * Who calls: a verified token and the scopes that it grants.
 *
 * @param canonicalIssuer the same for both forms of a Scalekit issuer
 * @param scopes the token's own and those that they imply
 */
record Identity(BearerToken token, String canonicalIssuer, Set<String> scopes) {
  Identity {
    scopes = Set.copyOf(scopes);
  }
}
