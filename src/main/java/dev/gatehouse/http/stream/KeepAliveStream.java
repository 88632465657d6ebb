package dev.gatehouse.http.stream;

import dev.gatehouse.mcp.stream.EventStream;

/** An event stream that can show that somebody is here while there is nothing to say. */
interface KeepAliveStream extends EventStream {

  /**
   * Shows that somebody is here, and finds out whether somebody is there: a client that left is
   * noticed only by writing. Not while a message is on its way, which tells the same.
   */
  void comment();
}
