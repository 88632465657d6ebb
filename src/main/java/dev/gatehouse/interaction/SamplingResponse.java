package dev.gatehouse.interaction;

import dev.gatehouse.content.Role;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
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
  }

  /** All text blocks, one per line; empty if there is none. */
  public String text() {
    return content.stream()
        .filter(block -> block.get("text") instanceof JsonString)
        .map(block -> block.getString("text"))
        .collect(Collectors.joining("\n"));
  }

  static Optional<SamplingResponse> of(JsonObject answer) {
    Optional<Role> role = Role.of(answer.get("role"));
    List<JsonObject> content = blocks(answer.getOrDefault("content", JsonValue.NULL));
    return role.isPresent() && !content.isEmpty() && answer.get("model") instanceof JsonString model
        ? Optional.of(
            new SamplingResponse(role.get(), content, model.getString(), stopReason(answer)))
        : Optional.empty();
  }

  private static Optional<String> stopReason(JsonObject answer) {
    return answer.get("stopReason") instanceof JsonString reason
        ? Optional.of(reason.getString())
        : Optional.empty();
  }

  // One block until 2025-06-18, one or several since.
  private static List<JsonObject> blocks(JsonValue content) {
    List<JsonValue> values = content instanceof JsonArray several ? several : List.of(content);
    boolean usable =
        values.stream()
            .allMatch(value -> value instanceof JsonObject o && SamplingMessage.isBlock(o));
    return usable ? values.stream().map(JsonValue::asJsonObject).toList() : List.of();
  }
}
