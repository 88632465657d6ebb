package dev.gatehouse.support.tools;

import dev.gatehouse.prompt.PromptListChanged;
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

  @NoScopeRequired
  @Tool(description = "Announces a change of the prompts that is rolled back")
  public void changeInVain() {
    prompts.fire(new PromptListChanged());
    throw new ToolFailure("Rolled back");
  }

  @NoScopeRequired
  @Tool(description = "Announces a change of the tools that is committed")
  public void changeForGood() {
    tools.fire(new ToolListChanged());
  }
}
