package dev.gatehouse.mcp;

import dev.gatehouse.bean.ContextParameter;
import dev.gatehouse.completion.CompletionRegistry;
import dev.gatehouse.prompt.PromptRegistry;
import dev.gatehouse.resource.ResourceRegistry;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** Everything that this deployment offers. */
@Dependent
public class Offer {
  private static final JsonObject LISTENED_TO =
      Json.createObjectBuilder().add("listChanged", true).build();

  @Inject ToolRegistry tools;
  @Inject PromptRegistry prompts;
  @Inject ResourceRegistry resources;
  @Inject CompletionRegistry completions;

  boolean hasPrompts() {
    return !prompts.all().isEmpty();
  }

  boolean hasResources() {
    return !resources.resources().isEmpty() || !resources.templates().isEmpty();
  }

  boolean hasCompletions() {
    return !completions.isEmpty();
  }

  /** Whether something logs to its client. */
  boolean logs() {
    return Stream.of(tools.all(), prompts.all(), resources.resources(), resources.templates())
        .flatMap(List::stream)
        .anyMatch(declared -> declared.uses().contains(ContextParameter.LOG));
  }

  /** {@code capabilities}: exactly what is answered for. */
  JsonObjectBuilder capabilities() {
    JsonObjectBuilder capabilities = Json.createObjectBuilder();
    capabilities.add("tools", LISTENED_TO);
    if (hasPrompts()) {
      capabilities.add("prompts", LISTENED_TO);
    }
    if (hasResources()) {
      capabilities.add("resources", Json.createObjectBuilder(LISTENED_TO).add("subscribe", true));
    }
    if (hasCompletions()) {
      capabilities.add("completions", JsonValue.EMPTY_JSON_OBJECT);
    }
    if (logs()) {
      capabilities.add("logging", JsonValue.EMPTY_JSON_OBJECT);
    }
    return capabilities;
  }
}
