package dev.gatehouse.mcp;

import dev.gatehouse.bean.Declared;
import dev.gatehouse.bean.Refusal;
import dev.gatehouse.completion.CompletionDefinition;
import dev.gatehouse.completion.CompletionRegistry;
import dev.gatehouse.completion.CompletionResult;
import dev.gatehouse.prompt.PromptRegistry;
import dev.gatehouse.resource.ResourceRegistry;
import dev.gatehouse.schema.InvalidArgumentsException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code completion/complete}, as both eras have it. */
record CompletionMethods(
    CompletionRegistry registry, PromptRegistry prompts, ResourceRegistry resources) {

  Work complete(JsonObject params, Access access) {
    JsonObject argument = Params.object(params, "argument");
    String name = Params.text(argument, "name");
    String typed = Params.text(argument, "value");
    Map<String, String> known = Params.texts(Params.object(params, "context"), "arguments");
    Optional<CompletionDefinition> completion = find(params, name, access);
    // What somebody types may be sensitive, and is no argument yet.
    Optional<CallAttempt> attempt =
        completion.map(found -> CallAttempt.of(found, params, JsonValue.EMPTY_JSON_OBJECT));
    attempt.ifPresent(found -> found.demand(access));
    return new Work(
        name,
        argument,
        completion.map(Declared::uses).orElse(Set.of()),
        exchange -> {
          if (completion.isEmpty()) {
            return CompletionResult.empty().toJson();
          }
          try {
            return registry.complete(completion.get(), typed, known, exchange).toJson();
          } catch (InvalidArgumentsException e) {
            throw Params.invalid(String.join("; ", e.problems()));
          } catch (Refusal e) {
            throw Params.invalid(e.getMessage());
          }
        },
        attempt);
  }

  private Optional<CompletionDefinition> find(JsonObject params, String argument, Access access) {
    JsonObject ref = Params.object(params, "ref");
    return switch (Params.text(ref, "type")) {
      case "ref/prompt" -> {
        String name = Params.text(ref, "name");
        var prompt =
            prompts
                .find(name)
                .orElseThrow(() -> Params.invalid("Unknown prompt: " + McpException.brief(name)));
        CallAttempt.of(prompt, params, JsonValue.EMPTY_JSON_OBJECT).demand(access);
        yield registry.findForPrompt(name, argument);
      }
      case "ref/resource" -> registry.findForTemplate(Params.text(ref, "uri"), argument);
      default -> throw Params.invalid("params.ref.type must be ref/prompt or ref/resource");
    };
  }
}
