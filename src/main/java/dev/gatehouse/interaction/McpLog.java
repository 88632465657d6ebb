package dev.gatehouse.interaction;

import dev.gatehouse.json.Json;
import jakarta.json.JsonValue;

/**
 * Log messages to the client, from the level it asked for; no secrets and no personal data.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/logging">MCP
 *     logging</a>
 */
public interface McpLog {

  /** Sends any JSON. */
  void log(LogLevel level, JsonValue data);

  private void log(LogLevel level, String message) {
    log(level, Json.createValue(message));
  }

  default void debug(String message) {
    log(LogLevel.DEBUG, message);
  }

  default void info(String message) {
    log(LogLevel.INFO, message);
  }

  default void notice(String message) {
    log(LogLevel.NOTICE, message);
  }

  default void warning(String message) {
    log(LogLevel.WARNING, message);
  }

  default void error(String message) {
    log(LogLevel.ERROR, message);
  }

  default void critical(String message) {
    log(LogLevel.CRITICAL, message);
  }

  default void alert(String message) {
    log(LogLevel.ALERT, message);
  }

  default void emergency(String message) {
    log(LogLevel.EMERGENCY, message);
  }
}
