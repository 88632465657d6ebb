package dev.gatehouse.diagnostics;

import dev.gatehouse.diagnostics.Finding.State;
import java.time.Instant;
import java.util.List;

/** What one examination found, in the order of the checks. */
public record Report(Instant at, List<Finding> findings) {
  public Report {
    findings = List.copyOf(findings);
  }

  /** How many findings are in this state. */
  public long count(State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  /** Whether a check of this name found a problem. */
  public boolean hasProblem(String check) {
    return findings.stream()
        .anyMatch(found -> found.check().equals(check) && found.state() == State.PROBLEM);
  }

  /** Whether a client can get as far as the login. */
  boolean isReachable() {
    return findings.stream()
        .filter(found -> PublicUrlCheck.NAMES.contains(found.check()))
        .allMatch(found -> found.state() == State.OK);
  }

  /** The numbers in one sentence. */
  public String summary() {
    return "The doctor made %d checks; problems: %d, warnings: %d"
        .formatted(findings.size(), count(State.PROBLEM), count(State.WARNING));
  }
}
