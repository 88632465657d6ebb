package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.interaction.Task;
import java.util.Map;
import java.util.Optional;

/** The line to the client while one of its calls runs. */
public record Exchange(
    Progress progress, McpLog log, Cancellation cancellation, Input input, Task task) {
  /** For a call that is a task already, or never becomes one. */
  public static final Task STAYS = () -> {};

  /** For a call without a client: nothing is sent, and asking fails. */
  public static Exchange none() {
    ClientChannel nowhere = (method, params) -> {};
    InputChannel nobody = (open, accepted) -> Map.of();
    return new Exchange(
        nowhere.progress(Optional.empty()),
        nowhere.log("", Optional.empty()),
        new CallCancellation(),
        nobody.input(ClientCapabilities.none(), Map.of()),
        STAYS);
  }
}
