package dev.gatehouse.http;

import dev.gatehouse.audit.AuditCall;
import dev.gatehouse.audit.AuditCaller;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.CallRefusedException;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.caller.VerifiedCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a verified token allows, of what is switched on and within its quota; all is audited. */
final class CallerAuthorization implements Authorization {
  private final VerifiedCaller caller;
  private final Authorizations with;

  CallerAuthorization(VerifiedCaller caller, Authorizations with) {
    this.caller = caller;
    this.with = with;
  }

  @Override
  public String caller() {
    return caller.owner();
  }

  @Override
  public Instant until() {
    return caller.expires().plus(with.settings.clockSkew());
  }

  @Override
  public boolean allows(Declaration declaration) {
    return with.scopes.allows(caller, declaration) && with.switchboard.isOn(declaration);
  }

  @Override
  public void demand(MethodCall call) {
    if (!with.scopes.allows(caller, call.declaration())) {
      entry(call).refused(Outcome.REFUSED_SCOPE, "");
      throw new InsufficientScopeException(with.scopes.needed(call.declaration()));
    }
  }

  @Override
  public CallEnd admit(MethodCall call) {
    Declaration what = call.declaration();
    Optional<String> off = with.switchboard.refusal(what);
    if (off.isPresent()) {
      entry(call).refused(Outcome.REFUSED_SWITCH, "");
      throw CallRefusedException.off(off.get());
    }
    Duration wait = with.limits.call(caller.owner(), what);
    if (!wait.isZero()) {
      entry(call).refused(Outcome.REFUSED_QUOTA, "");
      throw CallRefusedException.tooMany("Too many calls of " + what.name(), wait);
    }
    AuditLog.Entry entry = entry(call);
    return ending -> write(entry, ending);
  }

  @Override
  public void start(Runnable work) {
    Consumer<Runnable> asCaller = with.holder.asNow(Runnable::run);
    with.threads.start(() -> asCaller.accept(work));
  }

  @Override
  public RequestObservation observe(ReceivedRequest request) {
    return with.telemetry.arrived(request);
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
            with.scopes.needed(call.declaration()),
            call.digest());
    return with.audit.entry(what, who, with.telemetry.traceparent().or(call::traceparent));
  }

  private static void write(AuditLog.Entry entry, CallEnd.Ending ending) {
    switch (ending.outcome()) {
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
