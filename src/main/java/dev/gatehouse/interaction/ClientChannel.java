package dev.gatehouse.interaction;

import jakarta.json.JsonObject;

/** Takes notifications of one call to its client; drops them when the client is gone. */
public interface ClientChannel {

  /** Sends a JSON-RPC notification; does not throw when it can't be sent any more. */
  void notify(String method, JsonObject params);
}
