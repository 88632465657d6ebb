package dev.gatehouse.platform;

/** Threads for calls that outlive their request. */
public interface CallThreads {

  /** Runs it on a thread of its own, in a CDI request of its own. */
  void start(Runnable work);
}
