package dev.gatehouse.mcp;

import dev.gatehouse.tool.ToolListChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** From what application code fires to what listening clients are told. */
@ApplicationScoped
class ChangeObserver {
  @Inject Subscriptions subscriptions;

  void toolsChanged(@Observes ToolListChanged event) {
    subscriptions.toolListChanged();
  }
}
