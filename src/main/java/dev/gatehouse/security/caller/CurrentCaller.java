package dev.gatehouse.security.caller;

import dev.gatehouse.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The caller of the request on the thread that asks, for beans that inject it. */
@ApplicationScoped
class CurrentCaller implements Caller {
  @Inject CallerHolder holder;

  private Caller current() {
    return holder.demand();
  }

  @Override
  public String subject() {
    return current().subject();
  }

  @Override
  public String issuer() {
    return current().issuer();
  }

  @Override
  public Instant expires() {
    return current().expires();
  }

  @Override
  public Optional<String> organization() {
    return current().organization();
  }

  @Override
  public Optional<String> clientId() {
    return current().clientId();
  }

  @Override
  public Optional<String> tokenId() {
    return current().tokenId();
  }

  @Override
  public Set<String> audiences() {
    return current().audiences();
  }

  @Override
  public Set<String> scopes() {
    return current().scopes();
  }
}
