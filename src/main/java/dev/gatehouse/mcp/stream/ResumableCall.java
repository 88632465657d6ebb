package dev.gatehouse.mcp.stream;

/** A call whose connection may end before the call does. */
public interface ResumableCall extends Runnable {

  /** Runs the call to its end, whether or not its client reads along. */
  @Override
  void run();

  /**
   * Ends the connection, not the call, and tells the client to come back; false for a client that
   * would not.
   */
  boolean release();
}
