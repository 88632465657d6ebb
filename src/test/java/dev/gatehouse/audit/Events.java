package dev.gatehouse.audit;

import dev.gatehouse.support.time.MutableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Events to write and to count. */
final class Events {
  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final AuditCall CALL =
      new AuditCall("tool", "create_todo", Set.of("todo:write", "todo:read"), "d".repeat(43));

  private Events() {}

  static AuditCaller caller(String subject) {
    return new AuditCaller(
        subject,
        Optional.of("client_1"),
        Optional.of("org_1"),
        Optional.of("jti_1"),
        Set.of("todo:read"));
  }

  static AuditEvent ran(Outcome outcome, AuditCaller caller) {
    return event(outcome, "", Optional.of(caller), Optional.of(Duration.ofNanos(1_234_567)));
  }

  static AuditEvent refused(Outcome outcome, String reason, Optional<AuditCaller> caller) {
    return event(outcome, reason, caller, Optional.empty());
  }

  private static AuditEvent event(
      Outcome outcome, String reason, Optional<AuditCaller> caller, Optional<Duration> duration) {
    return new AuditEvent(
        MutableClock.START,
        outcome,
        reason,
        caller.map(known -> CALL),
        caller,
        duration,
        Optional.of(TRACE),
        Optional.of("203.0.113.7"),
        1);
  }
}
