package dev.gatehouse.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the user to fill in a form; never for secrets.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">MCP
 *     elicitation</a>
 */
public record FormElicitation(String message, FormSchema schema) implements InputRequest {
  public FormElicitation {
    if (message.isBlank()) {
      throw new IllegalArgumentException("A form needs a message");
    }
  }

  @Override
  public String method() {
    return "elicitation/create";
  }

  @Override
  public JsonObject params() {
    return Json.createObjectBuilder().add("mode", "form").addAll(common()).build();
  }

  // The mode came with 2025-11-25, and there it may be left out.
  @Override
  public JsonObject legacyParams() {
    return common().build();
  }

  private JsonObjectBuilder common() {
    return Json.createObjectBuilder()
        .add("message", message)
        .add("requestedSchema", schema.toJson());
  }

  @Override
  public Set<Capability> needs() {
    return Set.of(Capability.ELICITATION_FORM);
  }

  @Override
  public Optional<ElicitationResponse> read(JsonObject answer) {
    return ElicitationResponse.Action.in(answer).flatMap(action -> read(action, answer));
  }

  private Optional<ElicitationResponse> read(ElicitationResponse.Action action, JsonObject answer) {
    if (action != ElicitationResponse.Action.ACCEPT) {
      return Optional.of(new ElicitationResponse(action, JsonValue.EMPTY_JSON_OBJECT));
    }
    return answer.getOrDefault("content", JsonValue.EMPTY_JSON_OBJECT) instanceof JsonObject content
            && schema.problems(content).isEmpty()
        ? Optional.of(new ElicitationResponse(action, schema.known(content)))
        : Optional.empty();
  }
}
