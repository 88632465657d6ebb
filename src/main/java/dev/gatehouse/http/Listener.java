package dev.gatehouse.http;

import dev.gatehouse.config.Settings;
import dev.gatehouse.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** The caller as the owner of streams that outlive the request. */
@ApplicationScoped
class Listener {
  @Inject Caller caller;
  @Inject Settings settings;

  /** Unique, since neither an issuer nor a line of it has a line break. */
  String owner() {
    return caller.issuer() + "\n" + caller.subject();
  }

  /** When the token is no longer accepted for new requests either. */
  Instant until() {
    return caller.expires().plus(settings.clockSkew());
  }
}
