package dev.gatehouse.security.token;

import dev.gatehouse.config.Settings;
import dev.gatehouse.outbound.BoundedHttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the one verifier of this deployment. */
@ApplicationScoped
class TokenVerifierProducer {

  @Produces
  @Singleton
  static TokenVerifier verifier(Settings settings, BoundedHttpClient http) {
    return new TokenVerifier(settings, Clock.systemUTC(), http);
  }
}
