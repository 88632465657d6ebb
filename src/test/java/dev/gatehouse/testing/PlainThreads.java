package dev.gatehouse.testing;

import dev.gatehouse.platform.CallThreads;
import jakarta.enterprise.context.ApplicationScoped;

/** Those of Java, where there is no server. */
@ApplicationScoped
class PlainThreads extends CallThreads {
  @Override
  public Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setDaemon(true);
    return thread;
  }
}
