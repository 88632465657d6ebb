package dev.gatehouse.security;

import dev.gatehouse.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** From a compact token to the caller that it stands for. */
@ApplicationScoped
class IdentityVerifier {
  @Inject TokenVerifier verifier;
  @Inject Settings settings;
  @Inject DeclaredScopes scopes;

  Identity verify(String compact) throws InvalidTokenException, KeysUnavailableException {
    BearerToken token = verifier.verify(compact);
    return new Identity(
        token, settings.canonicalIssuer(token.getIssuer()), scopes.granted(token.scopes()));
  }
}
