package dev.gatehouse.support.tools;

import dev.gatehouse.prompt.PromptListChanged;
import dev.gatehouse.resource.ResourceUpdated;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolFailure;
import dev.gatehouse.tool.ToolListChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Tools that announce a change before their transaction ends. */
@ApplicationScoped
@Transactional
public class TransactionTools {
  @Inject Event<PromptListChanged> prompts;
  @Inject Event<ToolListChanged> tools;
  @Inject Event<ResourceUpdated> resources;

  @NoScopeRequired
  @Tool(description = "Announces a change of the resource and of the prompts that is rolled back")
  public void changeInVain() {
    resources.fire(new ResourceUpdated(FeatureTools.WATCHED));
    prompts.fire(new PromptListChanged());
    throw new ToolFailure("Rolled back");
  }

  @NoScopeRequired
  @Tool(description = "Announces a change of the tools that is committed")
  public void changeForGood() {
    tools.fire(new ToolListChanged());
  }

  @NoScopeRequired
  @Tool(description = "Announces a change of the resource that is committed")
  public void updateForGood() {
    resources.fire(new ResourceUpdated(FeatureTools.WATCHED));
  }
}
