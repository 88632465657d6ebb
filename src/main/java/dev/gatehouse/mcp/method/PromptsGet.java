package dev.gatehouse.mcp.method;

import dev.gatehouse.engine.prompt.PromptDefinition;
import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.prompt.PromptFailure;
import jakarta.json.JsonObject;
import java.util.Optional;

/** {@code prompts/get}, as both eras have it. */
public record PromptsGet(PromptRegistry registry) {

  public PreparedCall get(JsonObject params, Authorization access) {
    String name = Params.text(params, "name");
    PromptDefinition prompt =
        registry
            .find(name)
            .orElseThrow(() -> Params.invalid("Unknown prompt: " + McpException.brief(name)));
    MethodCall attempt = MethodCall.of(prompt, params);
    access.demand(attempt);
    JsonObject arguments = Params.object(params, "arguments");
    return new PreparedCall(
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
        PreparedCall::refuse,
        Optional.of(attempt));
  }
}
