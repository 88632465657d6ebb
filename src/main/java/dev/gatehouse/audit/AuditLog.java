package dev.gatehouse.audit;

import dev.gatehouse.log.BoundedLog;
import dev.gatehouse.platform.CallThreads;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Takes down every decision: a line of JSON of the logger {@code dev.gatehouse.audit.events}, and
 * an {@link AuditEvent} for everybody who observes it.
 */
@ApplicationScoped
public class AuditLog {
  private static final BoundedLog TROUBLE = BoundedLog.of(AuditLog.class);

  private final Clock clock = Clock.systemUTC();
  private final AuditTrail trail = new AuditTrail(clock, this::publish);
  private AuditLines lines;

  @Inject Event<AuditEvent> observers;
  @Inject ClientOriginHolder sender;
  @Inject CallThreads threads;

  @PostConstruct
  void open() {
    lines = new AuditLines(threads::thread);
  }

  @PreDestroy
  void close() {
    lines.close();
  }

  /**
   * A request that was refused before anybody knew who sent it; the reason is a word of ours. What
   * this server asks itself is no decision about anybody.
   */
  public void refused(Outcome outcome, String reason) {
    ClientOrigin from = sender.current();
    if (from.isOwn()) {
      return;
    }
    trail.add(
        new AuditEvent(
            clock.instant(),
            outcome,
            reason,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            from.traceparent().flatMap(TraceParent::traceId),
            Optional.of(from.address()),
            1));
  }

  /** A call as it is when somebody asks for it; the trace of the message wins over the header. */
  public Entry entry(AuditCall call, AuditCaller caller, Optional<String> traceparent) {
    ClientOrigin from = sender.current();
    Optional<String> traceId =
        traceparent
            .flatMap(TraceParent::traceId)
            .or(() -> from.traceparent().flatMap(TraceParent::traceId));
    return new Entry(clock.instant(), call, caller, traceId, from.address());
  }

  /** Takes down how much was left out in the minute that is over; for every now and then. */
  public void sumUp() {
    trail.sumUp();
  }

  private void publish(AuditEvent event) {
    lines.add(event);
    try {
      observers.fire(event);
    } catch (RuntimeException e) {
      // The decision stands, and has its line.
      TROUBLE.log(Level.ERROR, "An observer of audit events failed", e);
    }
  }

  /** A call whose end is not known yet. */
  public final class Entry {
    private final Instant time;
    private final AuditCall call;
    private final AuditCaller caller;
    private final Optional<String> traceId;
    private final String address;

    private Entry(
        Instant time,
        AuditCall call,
        AuditCaller caller,
        Optional<String> traceId,
        String address) {
      this.time = time;
      this.call = call;
      this.caller = caller;
      this.traceId = traceId;
      this.address = address;
    }

    /** Ran to this end; the reason is a word of ours or empty. */
    public void ended(Outcome outcome, String reason, Duration duration) {
      write(call, outcome, reason, Optional.of(duration));
    }

    /** Ran until it needed these scopes, which the token lacks; none if none would help. */
    public void denied(Set<String> needed, Duration duration) {
      if (needed.isEmpty()) {
        ended(Outcome.REFUSED_ACCESS, "", duration);
      } else {
        write(call.needing(needed), Outcome.REFUSED_SCOPE, "", Optional.of(duration));
      }
    }

    /** Did not run. */
    public void refused(Outcome outcome, String reason) {
      write(call, outcome, reason, Optional.empty());
    }

    private void write(
        AuditCall what, Outcome outcome, String reason, Optional<Duration> duration) {
      trail.add(
          new AuditEvent(
              time,
              outcome,
              reason,
              Optional.of(what),
              Optional.of(caller),
              duration,
              traceId,
              Optional.of(address),
              1));
    }
  }
}
