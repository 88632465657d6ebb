package dev.gatehouse.interaction;

import dev.gatehouse.content.Role;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the client's model said.
 *
 * @param content content blocks of the protocol; at least one
 * @param model its name, as the client tells it
 * @param stopReason such as {@code endTurn} or {@code maxTokens}
 */
public record SamplingResponse(
    Role role, List<JsonObject> content, String model, Optional<String> stopReason)
    implements InputResponse {
  public SamplingResponse {
    content = List.copyOf(content);
    if (content.isEmpty() || !content.stream().allMatch(SamplingMessage::isBlock)) {
      throw new IllegalArgumentException("An answer has content blocks, each with a type");
    }
  }

  /** All text blocks, one per line; empty if there is none. */
  public String text() {
    return content.stream()
        .filter(block -> block.get("text") instanceof JsonString)
        .map(block -> block.getString("text"))
        .collect(Collectors.joining("\n"));
  }
}
