package dev.gatehouse.testing;

import dev.gatehouse.platform.CallThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Those of Java, where there is no server. */
@ApplicationScoped
class PlainThreads implements CallThreads {
  @Inject Instance<RequestContextController> requestContexts;

  @Override
  public void start(Runnable work) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Thread thread = new Thread(() -> inRequest(work));
    thread.setContextClassLoader(loader);
    thread.setDaemon(true);
    thread.start();
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
    }
  }
}
