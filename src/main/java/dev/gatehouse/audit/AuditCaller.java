package dev.gatehouse.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who called, as a verified token says; never the token.
 *
 * @param tokenId the token's {@code jti}
 * @param scopes what the token grants, implied scopes included
 */
public record AuditCaller(
    String subject,
    Optional<String> clientId,
    Optional<String> organization,
    Optional<String> tokenId,
    Set<String> scopes) {

  public AuditCaller {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(organization, "organization");
    Objects.requireNonNull(tokenId, "tokenId");
    scopes = Set.copyOf(scopes);
  }

  AuditCaller withWhateverToken() {
    return new AuditCaller(subject, clientId, organization, Optional.empty(), scopes);
  }

  Set<String> sortedScopes() {
    return new TreeSet<>(scopes);
  }
}
