package dev.gatehouse.mcp;

import dev.gatehouse.prompt.PromptDefinition;
import dev.gatehouse.resource.ResourceDefinition;
import dev.gatehouse.resource.ResourceTemplateDefinition;
import dev.gatehouse.tool.ToolDefinition;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The lists of the protocol by the methods that ask for them; none of what is not offered. */
final class Listings {
  private Listings() {}

  static Map<String, Listing<?>> of(Offer offer, Function<ToolDefinition, JsonObject> tool) {
    Map<String, Listing<?>> listings = new HashMap<>();
    listings.put("tools/list", new Listing<>("tools", offer.tools.all(), tool));
    if (offer.hasPrompts()) {
      listings.put(
          "prompts/list", new Listing<>("prompts", offer.prompts.all(), PromptDefinition::toJson));
    }
    if (offer.hasResources()) {
      listings.put(
          "resources/list",
          new Listing<>("resources", offer.resources.resources(), ResourceDefinition::toJson));
      listings.put(
          "resources/templates/list",
          new Listing<>(
              "resourceTemplates",
              offer.resources.templates(),
              ResourceTemplateDefinition::toJson));
    }
    return Map.copyOf(listings);
  }
}
