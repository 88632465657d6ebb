package dev.gatehouse.support.standin;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Authorization codes and refresh tokens: each is good once, and its reuse ends the grant. */
final class Grants {
  private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);
  private static final Duration REFRESH_LIFETIME = Duration.ofDays(1);
  private static final int LIMIT = 2000;

  private final Clock clock;
  private final BoundedMap<Code> codes = new BoundedMap<>(LIMIT);
  private final BoundedMap<Refresh> refreshes = new BoundedMap<>(LIMIT);

  Grants(Clock clock) {
    this.clock = clock;
  }

  String issueCode(Grant grant, AuthorizationRequest request) {
    String code = RandomId.secret();
    Instant expires = clock.instant().plus(CODE_LIFETIME);
    codes.put(code, new Code(grant, request.redirectUri(), request.challenge(), expires, false));
    return code;
  }

  String issueRefreshToken(Grant grant) {
    String token = RandomId.secret();
    refreshes.put(token, new Refresh(grant, clock.instant().plus(REFRESH_LIFETIME), false));
    return token;
  }

  /** Spends the code, also when the rest of the request is wrong. */
  synchronized Grant redeem(String code, Client client, Parameters form) throws OAuthFailure {
    Code found = codes.get(code).orElseThrow(Grants::unknown);
    if (found.used) {
      found.grant.revoke();
      throw OAuthFailure.invalidGrant("The code was used before.");
    }
    codes.put(code, found.spent());
    checkUsable(found.grant, found.expires, client);
    if (form.has("redirect_uri") && !form.first("redirect_uri").equals(found.redirectUri)) {
      throw OAuthFailure.invalidGrant("The redirect URI is not the one of the request.");
    }
    if (!challenge(form.required("code_verifier")).equals(Optional.of(found.challenge))) {
      throw OAuthFailure.invalidGrant("The code verifier is wrong.");
    }
    return found.grant;
  }

  /** Spends the refresh token, unless the rest of the request is wrong. */
  synchronized Grant refresh(String token, Client client, Scopes narrowed) throws OAuthFailure {
    Refresh found = refreshes.get(token).orElseThrow(Grants::unknown);
    checkUsable(found.grant, found.expires, client);
    if (found.used) {
      found.grant.revoke();
      throw OAuthFailure.invalidGrant("The refresh token was used before.");
    }
    if (!found.grant.scopes().hasAll(narrowed)) {
      throw new OAuthFailure("invalid_scope", "The user did not grant these scopes.");
    }
    refreshes.put(token, found.spent());
    return found.grant;
  }

  private void checkUsable(Grant grant, Instant expires, Client client) throws OAuthFailure {
    if (grant.isRevoked() || !clock.instant().isBefore(expires)) {
      throw OAuthFailure.invalidGrant("The grant is over.");
    }
    if (!grant.clientId().equals(client.id())) {
      throw unknown();
    }
  }

  private static OAuthFailure unknown() {
    return OAuthFailure.invalidGrant("The grant is not known.");
  }

  private static Optional<String> challenge(String verifier) {
    try {
      var computed = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier));
      return Optional.of(computed.getValue());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private record Code(
      Grant grant, String redirectUri, String challenge, Instant expires, boolean used) {
    Code spent() {
      return new Code(grant, redirectUri, challenge, expires, true);
    }
  }

  private record Refresh(Grant grant, Instant expires, boolean used) {
    Refresh spent() {
      return new Refresh(grant, expires, true);
    }
  }
}
