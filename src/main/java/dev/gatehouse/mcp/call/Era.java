package dev.gatehouse.mcp.call;

import dev.gatehouse.engine.interaction.ClientChannel;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.jsonrpc.JsonRpcMessage;
import jakarta.json.JsonObject;
import java.time.Instant;

/** One of the two ways to speak the protocol. */
public interface Era {

  /**
   * The answer to a request; a stream only where the client takes one.
   *
   * @param observation whom a stream tells how it ended
   * @throws McpException for everything that can be refused before the method runs: the envelope,
   *     the headers, the params
   */
  McpResponse answer(
      JsonRpcMessage.Request request,
      McpHeaders headers,
      Authorization access,
      boolean mayStream,
      RequestObservation observation);

  /** Tells every listening client that wants to hear of it. */
  void publish(Change change);

  /** Ends what lived too long; for every now and then. */
  void sweep(Instant now);

  /** Ends all that waits, so that clients come back to a node that stays. */
  void stop();

  /** A request that passed all checks. */
  interface Call {
    JsonObject run(ClientChannel channel, Cancellation cancellation);

    /** Whether there may be something to send before the answer, or somebody to miss. */
    default boolean streams() {
      return false;
    }
  }
}
