package dev.gatehouse.mcp.stream;

import java.util.Optional;

/** The events of one connection, which takes the next one when the last one is written. */
public interface EventSource {

  /** Takes the next event; empty while there is none. Never waits for a client. */
  Optional<Event> next();

  /** Whether nothing will follow, so that the connection ends. */
  boolean isOver();

  /** The connection has ended, whoever ended it; called once, on a thread of that connection. */
  void ended();

  /** Of a stream that ends before it begins. */
  static EventSource none() {
    return new EventSource() {
      @Override
      public Optional<Event> next() {
        return Optional.empty();
      }

      @Override
      public boolean isOver() {
        return true;
      }

      @Override
      public void ended() {
        // Nobody waits for it.
      }
    };
  }
}
