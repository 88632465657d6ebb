package dev.gatehouse.http;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.config.Settings;
import dev.gatehouse.limits.Limits;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.platform.CallThreads;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.scope.DeclaredScopes;
import dev.gatehouse.switches.Switchboard;
import dev.gatehouse.telemetry.Telemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes the authorization of each request. */
@ApplicationScoped
public class Authorizations {
  @Inject CallerHolder holder;
  @Inject Settings settings;
  @Inject DeclaredScopes scopes;
  @Inject Switchboard switchboard;
  @Inject Limits limits;
  @Inject AuditLog audit;
  @Inject Telemetry telemetry;
  @Inject CallThreads threads;

  /** That of the request on this thread, whose token was verified. */
  public Authorization current() {
    return new CallerAuthorization(holder.demand(), this);
  }
}
