package dev.gatehouse.http.stream;

import dev.gatehouse.config.Settings;
import dev.gatehouse.mcp.stream.ResumableCall;
import dev.gatehouse.platform.CallThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Runs calls on threads of their own, so that their requests can end before they do. */
@ApplicationScoped
public class ResumableCalls {
  // Calls whose clients were told to come back; without a limit, they could pile up.
  private static final int MAX_RELEASED = 256;

  private final Semaphore releasable = new Semaphore(MAX_RELEASED);

  @Inject Settings settings;
  @Inject CallThreads threads;

  /** Returns when the connection has ended, with the call or before it. */
  public void serve(ResumableCall call, Consumer<ResumableCall> run, SseConnection connection) {
    Released released = new Released();
    threads.start(
        () -> {
          try {
            run.accept(call);
          } finally {
            connection.end();
            released.ended();
          }
        });
    while (!connection.serve(settings.reconnectAfter())) {
      released.release(call);
    }
  }

  /** Whether one call holds one of the permits, until it ends. */
  private final class Released {
    private boolean held;
    private boolean ended;

    synchronized void release(ResumableCall call) {
      if (!ended && !held && releasable.tryAcquire()) {
        held = call.release();
        if (!held) {
          releasable.release();
        }
      }
    }

    synchronized void ended() {
      ended = true;
      if (held) {
        held = false;
        releasable.release();
      }
    }
  }
}
