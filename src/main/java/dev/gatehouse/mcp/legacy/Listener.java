package dev.gatehouse.mcp.legacy;

import dev.gatehouse.mcp.stream.Connection;
import java.time.Instant;

/**
 * A connection that wants the events of a stream.
 *
 * @param until when the token counts no more that it came with
 * @param onEnd what to do when it has ended
 */
record Listener(Connection out, Instant until, Runnable onEnd) {

  /** Of a call, which goes on when its token ends. */
  static Listener ofCall(Connection out) {
    return new Listener(out, Instant.MAX, () -> {});
  }
}
