package dev.gatehouse.mcp;

import dev.gatehouse.prompt.PromptDefinition;
import dev.gatehouse.prompt.PromptFailure;
import dev.gatehouse.prompt.PromptRegistry;
import dev.gatehouse.schema.InvalidArgumentsException;
import jakarta.json.JsonObject;
import java.util.Optional;

/** {@code prompts/get}, as both eras have it. */
record PromptMethods(PromptRegistry registry) {

  Work get(JsonObject params, Access access) {
    String name = Params.text(params, "name");
    PromptDefinition prompt =
        registry
            .find(name)
            .orElseThrow(() -> Params.invalid("Unknown prompt: " + McpException.brief(name)));
    CallAttempt attempt = CallAttempt.of(prompt, params);
    attempt.demand(access);
    JsonObject arguments = Params.object(params, "arguments");
    return new Work(
        name,
        arguments,
        prompt.uses(),
        exchange -> {
          try {
            return registry.get(prompt, arguments, exchange).toJson();
          } catch (InvalidArgumentsException e) {
            throw Params.invalid(String.join("; ", e.problems()));
          } catch (PromptFailure e) {
            throw Params.invalid(e.getMessage());
          }
        },
        Optional.of(attempt));
  }
}
