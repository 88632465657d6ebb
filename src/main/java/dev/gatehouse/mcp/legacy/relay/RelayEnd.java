package dev.gatehouse.mcp.legacy.relay;

import dev.gatehouse.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.call.StreamedCall;
import java.util.Optional;

/** Why nothing follows on a stream of another node. */
enum RelayEnd {
  /** It is over. */
  OVER(Optional.empty()),
  /** The next event is too large to be told, or one was lost: the client shall come back. */
  BROKEN(Optional.empty()),
  /** Its node knows it no more. */
  FORGOTTEN(error(JsonRpcError.INTERNAL_ERROR, "The events since Last-Event-ID are gone")),
  /** The token of who came back does not reach so far. */
  REFUSED(error(StreamedCall.INSUFFICIENT_SCOPE, "This token lacks a scope of that call")),
  /** Its node has ended. */
  NODE_GONE(
      error(
          JsonRpcError.INTERNAL_ERROR,
          "The server that ran this call has ended; it may have done its work. Call again"));

  private final Optional<JsonRpcError> error;

  RelayEnd(Optional<JsonRpcError> error) {
    this.error = error;
  }

  private static Optional<JsonRpcError> error(int code, String message) {
    return Optional.of(new JsonRpcError(code, message));
  }

  /** What a client is told that still waits for its answer. */
  Optional<JsonRpcError> error() {
    return error;
  }
}
