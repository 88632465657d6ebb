package dev.gatehouse.mcp.call;

import dev.gatehouse.interaction.Cancellation;

/** Interrupts this thread when the call is cancelled, but only while it works on this call. */
public final class Interruption {
  private Thread worker = Thread.currentThread();

  public Interruption(Cancellation cancellation) {
    cancellation.onCancel(this::interrupt);
  }

  private synchronized void interrupt() {
    if (worker != null) {
      worker.interrupt();
    }
  }

  /** The thread works on something else from here. */
  public synchronized void end() {
    worker = null;
    // What was meant for the call must not reach the next one on this thread.
    Thread.interrupted();
  }
}
