package dev.gatehouse.mcp;

import jakarta.json.JsonObject;

/** Messages to one client, one after the other, until it leaves. */
public interface EventStream {

  /** Sends one message; nothing when the client has left. */
  void send(JsonObject message);

  /** Runs the action once, when the client has left; at once when it has left before. */
  void onClosed(Runnable action);
}
