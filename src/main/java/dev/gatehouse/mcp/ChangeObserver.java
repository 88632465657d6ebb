package dev.gatehouse.mcp;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.gatehouse.mcp.call.Change;
import dev.gatehouse.prompt.PromptListChanged;
import dev.gatehouse.resource.ResourceListChanged;
import dev.gatehouse.resource.ResourceUpdated;
import dev.gatehouse.tool.ToolListChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * From what application code fires to what listening clients are told: after the success of the
 * transaction that it happened in, or at once where there is none.
 */
@ApplicationScoped
class ChangeObserver {
  @Inject McpDispatcher dispatcher;

  void toolsChanged(@Observes(during = AFTER_SUCCESS) ToolListChanged event) {
    dispatcher.announce(Change.OfList.TOOLS);
  }

  void promptsChanged(@Observes(during = AFTER_SUCCESS) PromptListChanged event) {
    dispatcher.announce(Change.OfList.PROMPTS);
  }

  void resourcesChanged(@Observes(during = AFTER_SUCCESS) ResourceListChanged event) {
    dispatcher.announce(Change.OfList.RESOURCES);
  }

  void resourceUpdated(@Observes(during = AFTER_SUCCESS) ResourceUpdated event) {
    dispatcher.announce(new Change.OfResource(event.uri()));
  }
}
