package dev.gatehouse.security.token;

import dev.gatehouse.config.Settings;
import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.jwks.IssuerKeys;
import dev.gatehouse.security.jwks.KeyStatus;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies access tokens (RFC 9068 §4, RFC 8725): signature by the issuer's keys, {@code iss},
 * {@code aud}, {@code exp}, {@code nbf}, {@code iat}, {@code sub}; safe for concurrent use.
 */
public final class TokenVerifier {
  private final SignatureCheck signatures;
  private final ClaimCheck claims;
  private final VerifiedTokens verified;
  private final IssuerKeys keys;

  /** Reads no keys yet, so that an application starts while its issuer is down. */
  public TokenVerifier(Settings settings, Clock clock, BoundedHttpClient http) {
    this(
        settings,
        clock,
        new IssuerKeys(http, settings.keysUrl(), Set.copyOf(settings.algorithms()), clock));
  }

  TokenVerifier(Settings settings, Clock clock, IssuerKeys keys) {
    this.keys = keys;
    signatures = new SignatureCheck(keys, settings.algorithms());
    claims = new ClaimCheck(settings, clock);
    verified = new VerifiedTokens(keys);
  }

  /** What is known of the issuer's keys; reads them if that is nothing, at most every 10 s. */
  public KeyStatus keys() {
    return keys.known();
  }

  /** What is known of them without asking the issuer. */
  public KeyStatus knownKeys() {
    return keys.seen();
  }

  /** Takes a JWS in compact form (RFC 7515 §7.1), at most 16384 characters. */
  public BearerToken verify(String compactJwt)
      throws InvalidTokenException, KeysUnavailableException {
    Optional<BearerToken> known = verified.find(compactJwt);
    if (known.isEmpty()) {
      return verifyNew(compactJwt);
    }
    claims.check(known.get());
    return known.get();
  }

  private BearerToken verifyNew(String compactJwt)
      throws InvalidTokenException, KeysUnavailableException {
    SignatureCheck.refuseUnreadable(compactJwt);
    SignatureCheck.Signed signed = signatures.check(compactJwt);
    BearerToken token = BearerToken.parse(compactJwt, signed.payload());
    claims.check(token);
    verified.keep(token, signed.keys());
    return token;
  }
}
