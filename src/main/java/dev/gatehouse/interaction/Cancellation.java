package dev.gatehouse.interaction;

import java.util.Optional;

/**
 * Whether the client still waits for this call; safe for several threads.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/cancellation">MCP
 *     cancellation</a>
 */
public interface Cancellation {

  /** Whether nobody waits any more. */
  boolean isRequested();

  /** What the client gave as its reason, unchecked. */
  Optional<String> reason();

  /** Runs the action once when the call is cancelled, in the cancelling thread; or now. */
  void onCancel(Runnable action);

  /** Call it between steps of long work: throws a CancelledException once nobody waits. */
  default void check() {
    if (isRequested()) {
      throw new CancelledException();
    }
  }
}
