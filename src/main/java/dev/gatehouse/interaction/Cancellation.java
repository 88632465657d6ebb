package dev.gatehouse.interaction;

import dev.gatehouse.log.BoundedLog;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the client still waits for this call; safe for several threads.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/cancellation">MCP
 *     cancellation</a>
 */
public final class Cancellation {
  private static final BoundedLog LOG = BoundedLog.of(Cancellation.class);

  private final List<Runnable> actions = new ArrayList<>();
  private Optional<String> reason = Optional.empty();
  private volatile boolean requested;

  public boolean isRequested() {
    return requested;
  }

  /** Call it between steps of long work: throws a CancelledException once nobody waits. */
  public void check() {
    if (requested) {
      throw new CancelledException();
    }
  }

  /** What the client gave as its reason, unchecked. */
  public synchronized Optional<String> reason() {
    return reason;
  }

  /** Runs the action once when the call is cancelled, in the cancelling thread; or now. */
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!requested) {
        actions.add(action);
        return;
      }
    }
    run(action);
  }

  /** For the protocol: cancels the call; only the first time counts. */
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
    due.forEach(Cancellation::run);
  }

  // One action that fails must not keep the others from freeing what they hold.
  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An action on cancellation failed", e);
    }
  }
}
