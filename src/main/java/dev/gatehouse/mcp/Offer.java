package dev.gatehouse.mcp;

import dev.gatehouse.completion.CompletionRegistry;
import dev.gatehouse.prompt.PromptRegistry;
import dev.gatehouse.resource.ResourceRegistry;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Everything that this deployment offers. */
@Dependent
public class Offer {
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

  /**
   * {@code capabilities}: exactly what is answered for.
   *
   * @param listens whether changes reach the client
   */
  JsonObjectBuilder capabilities(boolean listens) {
    JsonObjectBuilder capabilities = Json.createObjectBuilder();
    capabilities.add("tools", changes(listens));
    if (hasPrompts()) {
      capabilities.add("prompts", changes(listens));
    }
    if (hasResources()) {
      JsonObjectBuilder resource = changes(listens);
      if (listens) {
        resource.add("subscribe", true);
      }
      capabilities.add("resources", resource);
    }
    if (hasCompletions()) {
      capabilities.add("completions", JsonValue.EMPTY_JSON_OBJECT);
    }
    return capabilities;
  }

  private static JsonObjectBuilder changes(boolean listens) {
    JsonObjectBuilder feature = Json.createObjectBuilder();
    return listens ? feature.add("listChanged", true) : feature;
  }
}
