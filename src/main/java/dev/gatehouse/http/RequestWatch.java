package dev.gatehouse.http;

import dev.gatehouse.audit.AuditCall;
import dev.gatehouse.audit.AuditCaller;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.bean.AccessDeniedException;
import dev.gatehouse.mcp.CallAttempt;
import dev.gatehouse.mcp.CallEnd;
import dev.gatehouse.mcp.CallWatch;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.DeclaredScopes;
import dev.gatehouse.security.InsufficientScopeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;

/** Takes down the calls of the caller on this thread. */
@ApplicationScoped
class RequestWatch implements CallWatch {
  @Inject AuditLog audit;
  @Inject Caller caller;
  @Inject DeclaredScopes scopes;

  @Override
  public CallEnd admit(CallAttempt call) {
    AuditLog.Entry entry = entry(call);
    return ending -> write(entry, ending);
  }

  @Override
  public void denied(CallAttempt call, AccessDeniedException denial) {
    entry(call).refused(Outcome.REFUSED_SCOPE, "");
  }

  private AuditLog.Entry entry(CallAttempt call) {
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
    return audit.entry(what, who, call.traceparent());
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
