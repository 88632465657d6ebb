package dev.gatehouse.interaction;

import jakarta.json.JsonObject;

/**
 * Asks the user to fill in a form that no record can tell, such as one with {@code enumNames};
 * never for secrets. The schema is handed on unchanged, and nothing is checked against it: the
 * answer is any object, at most {@link Input#MAX_FORM_BYTES} large.
 *
 * @param message what the user reads first; not blank
 * @param schema the member {@code requestedSchema}
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">MCP
 *     elicitation</a>
 */
public record JsonElicitation(String message, JsonObject schema) implements InputRequest {
  public JsonElicitation {
    if (message.isBlank()) {
      throw new IllegalArgumentException("A form needs a message");
    }
  }
}
