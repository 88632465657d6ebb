package dev.gatehouse.prompt;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a prompt answers: its messages, and perhaps what they are about.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/schema#getpromptresult">MCP
 *     GetPromptResult</a>
 */
public record PromptResult(Optional<String> description, List<PromptMessage> messages) {

  public PromptResult {
    Objects.requireNonNull(description, "description");
    messages = List.copyOf(messages);
  }

  /** The result as it goes over the wire. */
  public JsonObjectBuilder toJson() {
    var json = Json.createObjectBuilder();
    description.ifPresent(text -> json.add("description", text));
    var array = Json.createArrayBuilder();
    messages.forEach(message -> array.add(message.toJson()));
    return json.add("messages", array);
  }
}
