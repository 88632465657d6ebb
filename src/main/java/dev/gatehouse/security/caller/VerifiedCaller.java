package dev.gatehouse.security.caller;

import dev.gatehouse.security.Caller;
import dev.gatehouse.security.token.BearerToken;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The caller of one request: a verified token and the scopes that it grants.
 *
 * @param issuer the same for both forms of a Scalekit issuer
 * @param scopes the token's own and those that they imply
 * @param owner who calls, the same for all tokens of one user of one client; never shown to anybody
 */
public record VerifiedCaller(BearerToken token, String issuer, Set<String> scopes, String owner)
    implements Caller {

  public VerifiedCaller {
    scopes = Set.copyOf(scopes);
  }

  /** The caller with this token. */
  public static VerifiedCaller of(BearerToken token, String issuer, Set<String> scopes) {
    return new VerifiedCaller(token, issuer, scopes, owner(token, issuer));
  }

  private static String owner(BearerToken token, String issuer) {
    return Stream.of(
            issuer, token.organization().orElse(""), token.subject(), token.clientId().orElse(""))
        // With their lengths, so that no two callers are written alike.
        .map(part -> part.length() + ":" + part)
        .collect(Collectors.joining());
  }

  @Override
  public String subject() {
    return token.subject();
  }

  @Override
  public Instant expires() {
    return Instant.ofEpochSecond(token.getExpirationTime());
  }

  @Override
  public Optional<String> organization() {
    return token.organization();
  }

  @Override
  public Optional<String> clientId() {
    return token.clientId();
  }

  @Override
  public Optional<String> tokenId() {
    return token.tokenId();
  }

  @Override
  public Set<String> audiences() {
    return token.getAudience();
  }

  /** Tokens are nobody's business. */
  @Override
  public String toString() {
    return "VerifiedCaller[]";
  }
}
