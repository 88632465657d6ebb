package dev.gatehouse.interaction;

import java.util.Map;
import java.util.Optional;

/** The line to the client while one of its calls runs. */
public record Exchange(Progress progress, McpLog log, Cancellation cancellation, Input input) {

  /** For a call without a client: nothing is sent, and asking fails. */
  public static Exchange none() {
    ClientChannel nowhere = (method, params) -> {};
    return new Exchange(
        new Progress(nowhere, Optional.empty()),
        new McpLog(nowhere, "", Optional.empty()),
        new Cancellation(),
        new Input(ClientCapabilities.none(), Map.of(), (open, accepted) -> Map.of()));
  }
}
