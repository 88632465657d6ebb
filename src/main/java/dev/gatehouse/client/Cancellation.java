package dev.gatehouse.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the client still wants the answer; a parameter of a tool's method. The tool's thread is
 * interrupted too when the client leaves.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/cancellation">MCP
 *     cancellation</a>
 */
public final class Cancellation {
  private static final Logger LOG = System.getLogger(Cancellation.class.getName());

  private final List<Runnable> actions = new ArrayList<>();
  private boolean requested;

  /** Whether the client has left or cancelled. */
  public synchronized boolean isRequested() {
    return requested;
  }

  /** Goes on, or ends the call when the client has left or cancelled. */
  public void check() {
    if (isRequested()) {
      throw new CancelledException();
    }
  }

  /** Runs the action once, when the client leaves; at once when it has left. */
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!requested) {
        actions.add(action);
        return;
      }
    }
    run(action);
  }

  /** The client has left or cancelled; for the protocol. */
  public void cancel() {
    List<Runnable> due;
    synchronized (this) {
      requested = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Cancellation::run);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An action on cancellation failed", e);
    }
  }
}
