package dev.gatehouse.testing;

import dev.gatehouse.interaction.LogLevel;
import jakarta.json.JsonValue;

/**
 * What a tool logged to its client.
 *
 * @param level how grave
 * @param data what it said, most often a string
 */
public record LogLine(LogLevel level, JsonValue data) {}
