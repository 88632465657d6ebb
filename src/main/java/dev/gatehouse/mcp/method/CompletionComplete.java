package dev.gatehouse.mcp.method;

import dev.gatehouse.completion.CompletionResult;
import dev.gatehouse.engine.bean.Definition;
import dev.gatehouse.engine.completion.CompletionDefinition;
import dev.gatehouse.engine.completion.CompletionRegistry;
import dev.gatehouse.engine.prompt.PromptRegistry;
import dev.gatehouse.engine.resource.ResourceRegistry;
import dev.gatehouse.engine.schema.InvalidArgumentsException;
import dev.gatehouse.mcp.call.Authorization;
import dev.gatehouse.mcp.call.McpException;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.Params;
import dev.gatehouse.mcp.call.PreparedCall;
import dev.gatehouse.tool.BusinessException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code completion/complete}, as both eras have it. */
public record CompletionComplete(
    CompletionRegistry registry, PromptRegistry prompts, ResourceRegistry resources) {

  public PreparedCall complete(JsonObject params, Authorization access) {
    JsonObject argument = Params.object(params, "argument");
    String name = Params.text(argument, "name");
    String typed = Params.text(argument, "value");
    Map<String, String> known = Params.texts(Params.object(params, "context"), "arguments");
    Optional<CompletionDefinition> completion = find(params, name, access);
    // What somebody types may be sensitive, and is no argument yet.
    Optional<MethodCall> attempt =
        completion.map(found -> MethodCall.of(found, params, JsonValue.EMPTY_JSON_OBJECT));
    attempt.ifPresent(access::demand);
    return new PreparedCall(
        name,
        argument,
        completion.map(Definition::uses).orElse(Set.of()),
        exchange -> {
          if (completion.isEmpty()) {
            return CompletionResult.empty().toJson();
          }
          try {
            return registry.complete(completion.get(), typed, known, exchange).toJson();
          } catch (InvalidArgumentsException e) {
            throw Params.invalid(String.join("; ", e.problems()));
          } catch (BusinessException e) {
            throw Params.invalid(e.getMessage());
          }
        },
        PreparedCall::refuse,
        attempt);
  }

  private Optional<CompletionDefinition> find(
      JsonObject params, String argument, Authorization access) {
    JsonObject ref = Params.object(params, "ref");
    return switch (Params.text(ref, "type")) {
      case "ref/prompt" -> {
        String name = Params.text(ref, "name");
        var prompt =
            prompts
                .find(name)
                .orElseThrow(() -> Params.invalid("Unknown prompt: " + McpException.brief(name)));
        access.demand(MethodCall.of(prompt, params, JsonValue.EMPTY_JSON_OBJECT));
        yield registry.findForPrompt(name, argument);
      }
      case "ref/resource" -> registry.findForTemplate(Params.text(ref, "uri"), argument);
      default -> throw Params.invalid("params.ref.type must be ref/prompt or ref/resource");
    };
  }
}
