package dev.gatehouse.http;

import dev.gatehouse.bean.Declaration;
import dev.gatehouse.config.Settings;
import dev.gatehouse.control.Switchboard;
import dev.gatehouse.mcp.Access;
import dev.gatehouse.mcp.CallWatch;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.CallerHolder;
import dev.gatehouse.security.DeclaredScopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What the token of the request on this thread allows, of what is switched on. */
@ApplicationScoped
class RequestAccess implements Access {
  @Inject CallerHolder holder;
  @Inject Caller caller;
  @Inject DeclaredScopes scopes;
  @Inject Settings settings;
  @Inject RequestWatch watch;
  @Inject Switchboard switchboard;

  @Override
  public String caller() {
    return holder.owner();
  }

  @Override
  public Instant until() {
    return caller.expires().plus(settings.clockSkew());
  }

  @Override
  public CallWatch watch() {
    return watch;
  }

  @Override
  public boolean allows(Declaration declaration) {
    return scopes.allows(declaration) && switchboard.isOn(declaration);
  }

  @Override
  public void demand(Declaration declaration) {
    scopes.demand(declaration);
  }
}
