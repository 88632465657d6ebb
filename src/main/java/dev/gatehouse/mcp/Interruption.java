package dev.gatehouse.mcp;

import dev.gatehouse.client.Cancellation;

/** Interrupts this thread when the call is cancelled, but only while it works on this call. */
final class Interruption {
  private Thread worker = Thread.currentThread();

  Interruption(Cancellation cancellation) {
    cancellation.onCancel(this::interrupt);
  }

  private synchronized void interrupt() {
    if (worker != null) {
      worker.interrupt();
    }
  }

  /** The thread works on something else from here. */
  synchronized void end() {
    worker = null;
    // What was meant for the call must not reach the next one on this thread.
    Thread.interrupted();
  }
}
