package dev.gatehouse.prompt;

import dev.gatehouse.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a prompt answers: its messages, and perhaps what they are about.
 *
 * @param description what they are about, for people
 * @param messages in the order of the conversation
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/schema#getpromptresult">MCP
 *     GetPromptResult</a>
 */
public record PromptResult(Optional<String> description, List<PromptMessage> messages) {

  /**
   * Copies the messages.
   *
   * @param description what they are about, for people
   * @param messages in the order of the conversation
   * @throws NullPointerException for null
   */
  public PromptResult {
    Objects.requireNonNull(description, "description");
    messages = List.copyOf(messages);
  }

  /** {@return the result as it goes over the wire, in a new builder} */
  public JsonObjectBuilder toJson() {
    var json = Json.createObjectBuilder();
    description.ifPresent(text -> json.add("description", text));
    var array = Json.createArrayBuilder();
    messages.forEach(message -> array.add(message.toJson()));
    return json.add("messages", array);
  }
}
