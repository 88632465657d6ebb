package dev.gatehouse.client;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Messages to the client's log; a parameter of a tool's method. Nothing is sent below the level
 * that the client asked for, and nothing at all when it asked for none. Never put secrets here.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/logging">
 *     MCP logging</a>
 */
public final class McpLog {
  private final Supplier<Optional<LogLevel>> threshold;
  private final String logger;
  private final ClientChannel channel;

  /** Sends what reaches the threshold, which may change while the call runs. */
  public McpLog(Supplier<Optional<LogLevel>> threshold, String logger, ClientChannel channel) {
    this.threshold = threshold;
    this.logger = logger;
    this.channel = channel;
  }

  public void debug(String message) {
    log(LogLevel.DEBUG, Json.createValue(message));
  }

  public void info(String message) {
    log(LogLevel.INFO, Json.createValue(message));
  }

  public void warning(String message) {
    log(LogLevel.WARNING, Json.createValue(message));
  }

  public void error(String message) {
    log(LogLevel.ERROR, Json.createValue(message));
  }

  /** Sends any JSON at any level. */
  public void log(LogLevel level, JsonValue data) {
    if (threshold.get().filter(least -> level.compareTo(least) >= 0).isPresent()) {
      channel.notify(
          "notifications/message",
          Json.createObjectBuilder()
              .add("level", level.wireName())
              .add("logger", logger)
              .add("data", data)
              .build());
    }
  }
}
