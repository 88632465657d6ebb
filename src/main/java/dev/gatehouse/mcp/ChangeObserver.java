package dev.gatehouse.mcp;

import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.prompt.PromptListChanged;
import dev.gatehouse.resource.ResourceListChanged;
import dev.gatehouse.resource.ResourceUpdated;
import dev.gatehouse.tool.ToolListChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** From what application code fires to what listening clients are told. */
@ApplicationScoped
class ChangeObserver {
  @Inject McpDispatcher dispatcher;

  void toolsChanged(@Observes ToolListChanged event) {
    dispatcher.announce(Change.OfList.TOOLS);
  }

  void promptsChanged(@Observes PromptListChanged event) {
    dispatcher.announce(Change.OfList.PROMPTS);
  }

  void resourcesChanged(@Observes ResourceListChanged event) {
    dispatcher.announce(Change.OfList.RESOURCES);
  }

  void resourceUpdated(@Observes ResourceUpdated event) {
    dispatcher.announce(new Change.OfResource(event.uri()));
  }
}
