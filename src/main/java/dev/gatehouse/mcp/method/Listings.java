package dev.gatehouse.mcp.method;

import dev.gatehouse.engine.prompt.PromptDefinition;
import dev.gatehouse.engine.resource.ResourceDefinition;
import dev.gatehouse.engine.resource.ResourceTemplateDefinition;
import dev.gatehouse.engine.tool.ToolDefinition;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The lists of the protocol by the methods that ask for them; none of what is not offered. */
public final class Listings {
  private Listings() {}

  /** As the era describes tools. */
  public static Map<String, Listing<?>> of(
      ServerFeatures features, Function<ToolDefinition, JsonObject> tool) {
    Map<String, Listing<?>> listings = new HashMap<>();
    listings.put("tools/list", new Listing<>("tools", features.tools().all(), tool));
    if (features.hasPrompts()) {
      listings.put(
          "prompts/list",
          new Listing<>("prompts", features.prompts().all(), PromptDefinition::toJson));
    }
    if (features.hasResources()) {
      listings.put(
          "resources/list",
          new Listing<>("resources", features.resources().resources(), ResourceDefinition::toJson));
      listings.put(
          "resources/templates/list",
          new Listing<>(
              "resourceTemplates",
              features.resources().templates(),
              ResourceTemplateDefinition::toJson));
    }
    return Map.copyOf(listings);
  }
}
