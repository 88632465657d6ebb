package dev.gatehouse.mcp.stream;

/** Server-sent events to one client, until either side closes; safe for several threads. */
public interface EventStream {

  /** Sends an event at once; nothing when the stream is closed. */
  void send(Event event);

  /** Runs the action once, when the stream is closed; at once when it was closed before. */
  void onClosed(Runnable action);

  /** Ends the stream after what was sent. */
  void close();
}
