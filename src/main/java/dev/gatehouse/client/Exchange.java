package dev.gatehouse.client;

/** What a call may use to reach its client. */
public record Exchange(Progress progress, McpLog log, Cancellation cancellation, Input input) {

  /** Nobody to reach. */
  public static Exchange none() {
    return new Exchange(new Progress(), new McpLog(), new Cancellation(), new Input());
  }
}
