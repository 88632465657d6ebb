package dev.gatehouse.platform;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;

/** Those of the server, which know the application. */
@ApplicationScoped
class ManagedThreads extends CallThreads {
  private ManagedThreadFactory threads;

  @PostConstruct
  void prepare() {
    threads = ManagedExecutors.threads();
  }

  @Override
  public Thread thread(Runnable work) {
    return threads.newThread(work);
  }
}
