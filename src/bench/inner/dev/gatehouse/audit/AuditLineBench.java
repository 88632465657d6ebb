package dev.gatehouse.audit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A decision as a line. */
@State(Scope.Thread)
public class AuditLineBench {
  private final AuditEvent event = Events.ran(Outcome.values()[0], Events.caller("usr_1"));

  @Benchmark
  public Object line() {
    return AuditJson.line(event);
  }
}
