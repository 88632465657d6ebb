package dev.gatehouse.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Those of the server, which know the application. */
@ApplicationScoped
class ManagedThreads implements CallThreads {
  private ManagedThreadFactory threads;

  @Inject Instance<RequestContextController> requestContexts;

  @PostConstruct
  void prepare() {
    threads = ManagedExecutors.threads();
  }

  @Override
  public void start(Runnable work) {
    threads.newThread(() -> inRequest(work)).start();
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
