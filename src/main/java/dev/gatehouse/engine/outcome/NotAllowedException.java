package dev.gatehouse.engine.outcome;

import dev.gatehouse.tool.AccessDeniedException;

/** What a method calls does not let its caller in; no scope would help. */
public final class NotAllowedException extends AccessDeniedException {
  private static final long serialVersionUID = 1L;

  NotAllowedException() {
    super("Not allowed: the application does not let this caller do that");
  }
}
