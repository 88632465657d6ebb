package dev.gatehouse.client;

import java.util.Optional;

/** What one call can tell its client, and how the client ends it. */
public record Exchange(Progress progress, McpLog log, Cancellation cancellation) {

  /** A call that nobody follows. */
  public static Exchange none() {
    ClientChannel nobody = (method, params) -> {};
    return new Exchange(
        new Progress(Optional.empty(), nobody),
        new McpLog(Optional::empty, "", nobody),
        new Cancellation());
  }
}
