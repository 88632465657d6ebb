package dev.gatehouse.engine.interaction;

import dev.gatehouse.content.Role;
import dev.gatehouse.interaction.Capability;
import dev.gatehouse.interaction.InputResponse;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.interaction.SamplingResponse;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a client's model, and reads what it said. */
final class SamplingQuestion {
  private SamplingQuestion() {}

  static Question of(SamplingRequest request) {
    JsonObject params = request.toJson();
    Set<Capability> needs =
        params.containsKey("includeContext")
            ? Set.of(Capability.SAMPLING, Capability.SAMPLING_CONTEXT)
            : Set.of(Capability.SAMPLING);
    return new Question("sampling/createMessage", params, params, needs, SamplingQuestion::read);
  }

  private static Optional<InputResponse> read(JsonObject answer) {
    Optional<Role> role = Role.of(answer.get("role"));
    if (role.isEmpty() || !(answer.get("model") instanceof JsonString model)) {
      return Optional.empty();
    }
    try {
      List<JsonObject> content = blocks(answer.getOrDefault("content", JsonValue.NULL));
      return Optional.of(
          new SamplingResponse(role.get(), content, model.getString(), stopReason(answer)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> stopReason(JsonObject answer) {
    return answer.get("stopReason") instanceof JsonString reason
        ? Optional.of(reason.getString())
        : Optional.empty();
  }

  // One block until 2025-06-18, one or several since.
  private static List<JsonObject> blocks(JsonValue content) {
    List<JsonValue> values = content instanceof JsonArray several ? several : List.of(content);
    return values.stream().map(SamplingQuestion::block).toList();
  }

  private static JsonObject block(JsonValue value) {
    if (value instanceof JsonObject block) {
      return block;
    }
    throw new IllegalArgumentException("A content block is an object");
  }
}
