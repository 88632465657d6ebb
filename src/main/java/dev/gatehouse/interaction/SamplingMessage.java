package dev.gatehouse.interaction;

import dev.gatehouse.content.Role;
import dev.gatehouse.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/** One message to a model: its speaker, and one content block of the protocol. */
public record SamplingMessage(Role role, JsonObject content) {
  public SamplingMessage {
    if (!isBlock(content)) {
      throw new IllegalArgumentException("A content block is an object with a type");
    }
  }

  /** Text that the user says. */
  public static SamplingMessage user(String text) {
    return new SamplingMessage(Role.USER, text(text));
  }

  /** Text that the model said. */
  public static SamplingMessage assistant(String text) {
    return new SamplingMessage(Role.ASSISTANT, text(text));
  }

  static boolean isBlock(JsonObject content) {
    return content.get("type") instanceof JsonString type
        && (!type.getString().equals("text") || content.get("text") instanceof JsonString);
  }

  JsonObject toJson() {
    return Json.createObjectBuilder().add("role", role.word()).add("content", content).build();
  }

  private static JsonObject text(String text) {
    return Json.createObjectBuilder().add("type", "text").add("text", text).build();
  }
}
