package dev.gatehouse.client;

import jakarta.json.JsonObject;

/** The way to the client while one request runs. */
public interface ClientChannel {

  /** Sends a notification, or nothing where nobody listens. */
  void notify(String method, JsonObject params);
}
