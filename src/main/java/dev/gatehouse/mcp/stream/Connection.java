package dev.gatehouse.mcp.stream;

/** Takes server-sent events to one client, at that client's pace; safe for several threads. */
public interface Connection {

  /**
   * Begins to take events at the next waking, or now when it was woken before, until they are over
   * or the client has left; called once.
   */
  void start(EventSource events);

  /** Says that there may be something to take; returns at once. */
  void wake();
}
