package dev.gatehouse.mcp.method;

import dev.gatehouse.engine.prompt.PromptDefinition;
import dev.gatehouse.engine.resource.ResourceDefinition;
import dev.gatehouse.engine.resource.ResourceTemplateDefinition;
import dev.gatehouse.engine.tool.ToolDefinition;
import jakarta.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The lists of the protocol by the methods that ask for them; none of what is not offered. */
public final class Listings {
  private Listings() {}

  /** As the era describes tools. */
  public static Map<McpMethod, Listing<?>> of(
      ServerFeatures features, Function<ToolDefinition, JsonObject> tool) {
    Map<McpMethod, Listing<?>> listings = new EnumMap<>(McpMethod.class);
    listings.put(McpMethod.TOOLS_LIST, new Listing<>("tools", features.tools().all(), tool));
    if (features.hasPrompts()) {
      listings.put(
          McpMethod.PROMPTS_LIST,
          new Listing<>("prompts", features.prompts().all(), PromptDefinition::toJson));
    }
    if (features.hasResources()) {
      listings.put(
          McpMethod.RESOURCES_LIST,
          new Listing<>("resources", features.resources().resources(), ResourceDefinition::toJson));
      listings.put(
          McpMethod.RESOURCES_TEMPLATES_LIST,
          new Listing<>(
              "resourceTemplates",
              features.resources().templates(),
              ResourceTemplateDefinition::toJson));
    }
    return Map.copyOf(listings);
  }
}
