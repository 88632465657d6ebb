package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.interaction.Progress;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Takes notifications of one call to its client; drops them when the client is gone. */
@FunctionalInterface
public interface ClientChannel {

  /** Sends a JSON-RPC notification; does not throw when it can't be sent any more. */
  void notify(String method, JsonObject params);

  /** Progress for who asked for it under this token; without one nothing is sent. */
  default Progress progress(Optional<JsonValue> token) {
    return new ClientProgress(this, token);
  }

  /** Messages from this level on; without a level nothing is sent. An empty name is left out. */
  default McpLog log(String logger, Optional<LogLevel> threshold) {
    return new ClientLog(this, logger, threshold);
  }
}
