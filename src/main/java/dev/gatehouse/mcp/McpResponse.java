package dev.gatehouse.mcp;

import dev.gatehouse.jsonrpc.JsonRpcId;
import jakarta.json.JsonStructure;
import java.util.Optional;
import java.util.function.Consumer;

/** The answer to a message: at once, or as a stream of messages that ends with the answer. */
public sealed interface McpResponse {

  /** An HTTP status and perhaps a JSON body. */
  record Immediate(int status, Optional<JsonStructure> body) implements McpResponse {}

  /** Runs the call while its client reads; returns when the last message was sent. */
  record Streamed(Consumer<EventStream> call) implements McpResponse {}

  /** A stream to open in {@link Subscriptions}, which no thread serves. */
  record Listening(JsonRpcId id, SubscriptionFilter filter) implements McpResponse {}

  static McpResponse ok(JsonStructure body) {
    return new Immediate(200, Optional.of(body));
  }

  static McpResponse accepted() {
    return new Immediate(202, Optional.empty());
  }

  static Immediate of(int status, JsonStructure body) {
    return new Immediate(status, Optional.of(body));
  }
}
