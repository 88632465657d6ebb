package dev.gatehouse.http.stream;

import dev.gatehouse.config.Settings;
import dev.gatehouse.mcp.stream.ResumableCall;
import dev.gatehouse.platform.ManagedExecutors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Runs calls on threads of their own, so that their requests can end before they do. */
@ApplicationScoped
public class ResumableCalls {
  // Calls whose clients were told to come back; without a limit, they could pile up.
  private static final int MAX_RELEASED = 256;

  private final Semaphore releasable = new Semaphore(MAX_RELEASED);

  private ManagedThreadFactory threads;

  @Inject Settings settings;
  @Inject Instance<RequestContextController> requestContexts;

  @PostConstruct
  void prepare() {
    threads = ManagedExecutors.threads();
  }

  /** Returns when the connection has ended, with the call or before it. */
  public void serve(ResumableCall call, Consumer<ResumableCall> run, SseConnection connection) {
    Released released = new Released();
    threads
        .newThread(
            () -> {
              try {
                inRequest(() -> run.accept(call));
              } finally {
                connection.end();
                released.ended();
              }
            })
        .start();
    while (!connection.serve(settings.reconnectAfter())) {
      released.release(call);
    }
  }

  private void inRequest(Runnable task) {
    RequestContextController context = requestContexts.get();
    boolean activated = context.activate();
    try {
      task.run();
    } finally {
      if (activated) {
        context.deactivate();
      }
      requestContexts.destroy(context);
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
