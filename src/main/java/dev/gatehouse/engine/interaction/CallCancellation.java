package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.log.BoundedLog;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cancellation of one call, which the protocol's side can ask for. */
public final class CallCancellation implements Cancellation {
  private static final BoundedLog LOG = BoundedLog.of(Cancellation.class);

  private final List<Runnable> actions = new ArrayList<>();
  private Optional<String> reason = Optional.empty();
  private volatile boolean requested;

  @Override
  public boolean isRequested() {
    return requested;
  }

  @Override
  public synchronized Optional<String> reason() {
    return reason;
  }

  @Override
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!requested) {
        actions.add(action);
        return;
      }
    }
    run(action);
  }

  /** Cancels the call; only the first time counts. */
  public void cancel(Optional<String> why) {
    List<Runnable> due;
    synchronized (this) {
      if (requested) {
        return;
      }
      requested = true;
      reason = why;
      due = List.copyOf(actions);
    }
    due.forEach(CallCancellation::run);
  }

  // One action that fails, however badly, must not keep the others from freeing what they hold.
  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "An action on cancellation failed", e);
    }
  }
}
