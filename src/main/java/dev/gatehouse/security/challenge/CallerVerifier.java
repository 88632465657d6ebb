package dev.gatehouse.security.challenge;

import dev.gatehouse.config.Settings;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.jwks.KeysUnavailableException;
import dev.gatehouse.security.scope.DeclaredScopes;
import dev.gatehouse.security.token.BearerToken;
import dev.gatehouse.security.token.InvalidTokenException;
import dev.gatehouse.security.token.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** From a compact token to the caller that it stands for. */
@ApplicationScoped
public class CallerVerifier {
  @Inject TokenVerifier verifier;
  @Inject Settings settings;
  @Inject DeclaredScopes scopes;

  public VerifiedCaller verify(String compact)
      throws InvalidTokenException, KeysUnavailableException {
    BearerToken token = verifier.verify(compact);
    return VerifiedCaller.of(
        token, settings.canonicalIssuer(token.getIssuer()), scopes.granted(token.scopes()));
  }
}
