package dev.gatehouse.mcp;

import dev.gatehouse.client.Cancellation;
import dev.gatehouse.client.ClientChannel;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.JsonObject;

/** One of the two ways to speak the protocol. */
interface Era {

  /**
   * The answer to a request; a stream only where the client takes one.
   *
   * @param passage whom a stream tells how it ended
   * @throws McpException for everything that can be refused before the method runs: the envelope,
   *     the headers, the params
   */
  McpResponse answer(
      JsonRpcMessage.Request request,
      McpHeaders headers,
      Access access,
      boolean mayStream,
      Passage passage);

  /** A request that passed all checks. */
  interface Call {
    JsonObject run(ClientChannel channel, Cancellation cancellation);

    /** Whether there may be something to send before the answer, or somebody to miss. */
    default boolean streams() {
      return false;
    }
  }
}
