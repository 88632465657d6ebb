package dev.gatehouse.http;

import dev.gatehouse.audit.AuditCall;
import dev.gatehouse.audit.AuditCaller;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.limits.Limits;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.CallInterceptor;
import dev.gatehouse.mcp.call.CallRefusedException;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.scope.DeclaredScopes;
import dev.gatehouse.switches.Switchboard;
import dev.gatehouse.telemetry.Telemetry;
import dev.gatehouse.tool.AccessDeniedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Lets the calls of the caller on this thread run while they may, and takes them down. */
@ApplicationScoped
class RequestWatch implements CallInterceptor {
  @Inject AuditLog audit;
  @Inject Limits limits;
  @Inject Switchboard switchboard;
  @Inject CallerHolder holder;
  @Inject Caller caller;
  @Inject DeclaredScopes scopes;
  @Inject Telemetry telemetry;

  @Override
  public RequestObservation arrived(ReceivedRequest request) {
    return telemetry.arrived(request);
  }

  @Override
  public CallEnd admit(MethodCall call) {
    Declaration what = call.declaration();
    Optional<String> off = switchboard.refusal(what);
    if (off.isPresent()) {
      entry(call).refused(Outcome.REFUSED_SWITCH, "");
      throw CallRefusedException.off(off.get());
    }
    Duration wait = limits.call(holder.demand().owner(), what);
    if (!wait.isZero()) {
      entry(call).refused(Outcome.REFUSED_QUOTA, "");
      throw CallRefusedException.tooMany("Too many calls of " + what.name(), wait);
    }
    AuditLog.Entry entry = entry(call);
    return ending -> write(entry, ending);
  }

  @Override
  public void denied(MethodCall call, AccessDeniedException denial) {
    entry(call).refused(Outcome.REFUSED_SCOPE, "");
  }

  private AuditLog.Entry entry(MethodCall call) {
    AuditCaller who =
        new AuditCaller(
            caller.subject(),
            caller.clientId(),
            caller.organization(),
            caller.tokenId(),
            caller.scopes());
    AuditCall what =
        new AuditCall(
            call.declaration().kind().toLowerCase(Locale.ROOT),
            call.declaration().name(),
            scopes.needed(call.declaration()),
            call.digest());
    return audit.entry(what, who, telemetry.traceparent().or(call::traceparent));
  }

  private static void write(AuditLog.Entry entry, CallEnd.Ending ending) {
    switch (ending.way()) {
      case ANSWERED -> entry.ended(Outcome.ALLOWED, "", ending.duration());
      case ASKED -> entry.ended(Outcome.ALLOWED, "asked the client", ending.duration());
      case ANSWERED_WITH_ERROR -> entry.ended(Outcome.FAILED, "tool error", ending.duration());
      case FAILED -> entry.ended(Outcome.FAILED, "", ending.duration());
      case CANCELLED -> entry.ended(Outcome.CANCELLED, "", ending.duration());
      case DENIED -> entry.denied(needed(ending), ending.duration());
    }
  }

  private static Set<String> needed(CallEnd.Ending ending) {
    return ending.denial().orElseThrow() instanceof InsufficientScopeException e
        ? e.needed()
        : Set.of();
  }
}
