package dev.gatehouse.http;

import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.CallInterceptor;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.scope.DeclaredScopes;
import dev.gatehouse.switches.Switchboard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What the token of the request on this thread allows, of what is switched on. */
@ApplicationScoped
public class RequestAccess implements Authorization {
  @Inject CallerHolder holder;
  @Inject Caller caller;
  @Inject DeclaredScopes scopes;
  @Inject Settings settings;
  @Inject RequestWatch watch;
  @Inject Switchboard switchboard;

  @Override
  public String caller() {
    return holder.demand().owner();
  }

  @Override
  public Instant until() {
    return caller.expires().plus(settings.clockSkew());
  }

  @Override
  public CallInterceptor watch() {
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
