package dev.gatehouse.jsonrpc;

import java.util.Optional;

/** A body that is no JSON-RPC message; carries the error to answer with. */
public final class JsonRpcException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient JsonRpcError error;
  private final transient Optional<JsonRpcId> id;

  JsonRpcException(int code, String message, Optional<JsonRpcId> id) {
    super(message, null, false, false);
    this.error = new JsonRpcError(code, message);
    this.id = id;
  }

  /** What is wrong. */
  public JsonRpcError error() {
    return error;
  }

  /** The id of the request, where it could be read. */
  public Optional<JsonRpcId> id() {
    return id;
  }
}
