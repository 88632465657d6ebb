package dev.gatehouse.testing;

import dev.gatehouse.interaction.LogLevel;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a client was told while a call ran. */
final class Received {
  private final List<ProgressReport> progress = new ArrayList<>();
  private final List<LogLine> logs = new ArrayList<>();

  void add(JsonObject notification) {
    JsonObject params = notification.getJsonObject("params");
    switch (notification.getString("method")) {
      case "notifications/progress" -> progress.add(report(params));
      case "notifications/message" -> logs.add(line(params));
      default -> {
        // Of no interest to a test.
      }
    }
  }

  private static ProgressReport report(JsonObject params) {
    return new ProgressReport(
        params.getJsonNumber("progress").doubleValue(),
        params.get("total") instanceof JsonNumber total
            ? OptionalDouble.of(total.doubleValue())
            : OptionalDouble.empty(),
        params.get("message") instanceof JsonString message
            ? Optional.of(message.getString())
            : Optional.empty());
  }

  private static LogLine line(JsonObject params) {
    return new LogLine(LogLevel.of(params.getString("level")).orElseThrow(), params.get("data"));
  }

  /** The tool runs again from its start. */
  void clear() {
    progress.clear();
    logs.clear();
  }

  List<ProgressReport> progress() {
    return List.copyOf(progress);
  }

  List<LogLine> logs() {
    return List.copyOf(logs);
  }
}
