package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.InputRequiredException;
import jakarta.ejb.ApplicationException;

/** Ends a call whose method goes on as a task. */
@ApplicationException(rollback = true)
public final class TaskBegun extends InputRequiredException {
  private static final long serialVersionUID = 1L;
}
