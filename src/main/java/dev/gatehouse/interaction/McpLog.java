package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Log messages to the client, from the level it asked for; no secrets and no personal data.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/logging">MCP
 *     logging</a>
 */
public final class McpLog {
  private final ClientChannel channel;
  private final String logger;
  private final Optional<LogLevel> threshold;

  /** Without a threshold nothing is sent; an empty logger name is left out. */
  public McpLog(ClientChannel channel, String logger, Optional<LogLevel> threshold) {
    this.channel = channel;
    this.logger = logger;
    this.threshold = threshold;
  }

  /** Sends any JSON. */
  public void log(LogLevel level, JsonValue data) {
    if (threshold.filter(least -> level.compareTo(least) >= 0).isEmpty()) {
      return;
    }
    var params = Json.createObjectBuilder().add("level", level.wireName());
    if (!logger.isEmpty()) {
      params.add("logger", logger);
    }
    channel.notify("notifications/message", params.add("data", data).build());
  }

  private void log(LogLevel level, String message) {
    log(level, Json.createValue(message));
  }

  public void debug(String message) {
    log(LogLevel.DEBUG, message);
  }

  public void info(String message) {
    log(LogLevel.INFO, message);
  }

  public void notice(String message) {
    log(LogLevel.NOTICE, message);
  }

  public void warning(String message) {
    log(LogLevel.WARNING, message);
  }

  public void error(String message) {
    log(LogLevel.ERROR, message);
  }

  public void critical(String message) {
    log(LogLevel.CRITICAL, message);
  }

  public void alert(String message) {
    log(LogLevel.ALERT, message);
  }

  public void emergency(String message) {
    log(LogLevel.EMERGENCY, message);
  }
}
