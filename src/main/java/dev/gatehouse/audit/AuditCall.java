package dev.gatehouse.audit;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What was called.
 *
 * @param kind {@code tool}, {@code prompt}, {@code resource}, {@code resource template} or {@code
 *     completion}
 * @param name as declared; for a resource not its URI, which may hold arguments
 * @param scopesNeeded all that it needs
 * @param argumentsDigest SHA-256 of the arguments without those that are sensitive, in base64url
 */
public record AuditCall(
    String kind, String name, Set<String> scopesNeeded, String argumentsDigest) {

  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");

  public AuditCall {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    scopesNeeded = Set.copyOf(scopesNeeded);
    if (!DIGEST.matcher(argumentsDigest).matches()) {
      throw new IllegalArgumentException("Not a SHA-256 digest in base64url");
    }
  }

  AuditCall needing(Set<String> scopes) {
    return new AuditCall(kind, name, scopes, argumentsDigest);
  }

  Set<String> sortedScopesNeeded() {
    return new TreeSet<>(scopesNeeded);
  }
}
