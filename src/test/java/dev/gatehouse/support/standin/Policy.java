package dev.gatehouse.support.standin;

import java.time.Duration;
import java.util.Optional;

/** What a test may change while the stand-in runs. */
final class Policy {
  private volatile Duration accessTokenLifetime;
  private volatile Optional<Scopes> grantable = Optional.empty();

  Policy(Duration accessTokenLifetime) {
    this.accessTokenLifetime = accessTokenLifetime;
  }

  Duration accessTokenLifetime() {
    return accessTokenLifetime;
  }

  void accessTokenLifetime(Duration lifetime) {
    accessTokenLifetime = lifetime;
  }

  void grantable(Scopes scopes) {
    grantable = Optional.of(scopes.plus(Scopes.OIDC));
  }

  Scopes granted(Scopes requested) {
    return grantable.map(limit -> requested.minus(requested.minus(limit))).orElse(requested);
  }
}
