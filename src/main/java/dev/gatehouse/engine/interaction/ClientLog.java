package dev.gatehouse.engine.interaction;

import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.json.Json;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Log messages as notifications. */
record ClientLog(ClientChannel channel, String logger, Optional<LogLevel> threshold)
    implements McpLog {

  @Override
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
}
