package dev.gatehouse.platform;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Threads for calls that outlive their request, and for what calls leave to be done. */
public abstract class CallThreads {
  @Inject Instance<RequestContextController> requestContexts;

  /** A thread that will do this work, knows the application, and is in no CDI request. */
  public abstract Thread thread(Runnable work);

  /** Runs it on a thread of its own, in a CDI request of its own. */
  public void start(Runnable work) {
    thread(() -> inRequest(work)).start();
  }

  private void inRequest(Runnable work) {
    RequestContextController context = requestContexts.get();
    boolean activated = context.activate();
    try {
      work.run();
    } finally {
      if (activated) {
        context.deactivate();
      }
      requestContexts.destroy(context);
    }
  }
}
