package dev.gatehouse.http.stream;

import dev.gatehouse.mcp.stream.Event;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What server-sent events leave by, some at a time. It may wait for its client, or answer at once
 * and complete later; a failure, in which servers differ, means that the client has left.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
interface SseOutlet {

  CompletionStage<?> send(List<Event> events);

  /** How many events it sends at once. */
  int most();

  /**
   * Shows that somebody is here, and finds out whether somebody is there: a client that left is
   * noticed only by writing.
   */
  CompletionStage<?> comment();

  /** Ends the connection. */
  void close();
}
