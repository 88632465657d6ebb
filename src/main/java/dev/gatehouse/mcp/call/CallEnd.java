package dev.gatehouse.mcp.call;

import dev.gatehouse.tool.AccessDeniedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Is told once how a call ended, on the thread that ran it; a call that never ran has no end. */
@FunctionalInterface
public interface CallEnd {
  /** For calls that nobody watches. */
  CallEnd NONE = ending -> {};

  /** Must not throw: the call is over. */
  void ended(Ending ending);

  /** The ways in which a call ends. */
  enum Outcome {
    ANSWERED,
    /** With a result that says that the tool failed. */
    ANSWERED_WITH_ERROR,
    /** With questions to the client, who calls again with the answers. */
    ASKED,
    /** For a right that only the method itself could check. */
    DENIED,
    /** Because its client no longer waits. */
    CANCELLED,
    /** With an error of the protocol. */
    FAILED
  }

  /**
   * How a call ended.
   *
   * @param duration how long the method ran
   * @param denial what was thrown if the outcome is {@link Outcome#DENIED}
   */
  record Ending(Outcome outcome, Duration duration, Optional<AccessDeniedException> denial) {
    public Ending {
      Objects.requireNonNull(duration, "duration");
      if (denial.isPresent() != (outcome == Outcome.DENIED)) {
        throw new IllegalArgumentException("A denial and nothing else has a reason");
      }
    }
  }
}
