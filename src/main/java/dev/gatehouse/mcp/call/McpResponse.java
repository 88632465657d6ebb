package dev.gatehouse.mcp.call;

import dev.gatehouse.mcp.stream.Connection;
import dev.gatehouse.mcp.stream.ResumableCall;
import jakarta.json.JsonStructure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The answer to a request: at once, or as a stream of messages. */
public sealed interface McpResponse {

  /**
   * An HTTP status and perhaps a JSON body.
   *
   * @param session the id of the session that begins with this answer
   * @param retryAfter when to try again what was refused
   */
  public record Immediate(
      int status,
      Optional<JsonStructure> body,
      Optional<String> session,
      Optional<Duration> retryAfter)
      implements McpResponse {

    public Immediate(int status, Optional<JsonStructure> body, Optional<String> session) {
      this(status, body, session, Optional.empty());
    }
  }

  /**
   * Runs the call while its client reads; returns when the call is done, its answer yet to write.
   */
  record Streamed(Consumer<Connection> call) implements McpResponse {}

  /** Opens a call that goes on without its client, who may come back for the rest. */
  record Resumable(Function<Connection, ResumableCall> open) implements McpResponse {}

  /** Opens a stream that no thread serves. */
  record Listening(Consumer<Connection> open) implements McpResponse {}

  static Immediate ok(JsonStructure body) {
    return of(200, body);
  }

  static Immediate accepted() {
    return of(202);
  }

  static Immediate of(int status) {
    return new Immediate(status, Optional.empty(), Optional.empty());
  }

  static Immediate of(int status, JsonStructure body) {
    return new Immediate(status, Optional.of(body), Optional.empty());
  }
}
