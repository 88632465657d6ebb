package dev.gatehouse.support.tools;

import dev.gatehouse.interaction.ElicitationResponse;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceUpdated;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.TaskSupport;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolListChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tools that ask, log and announce. */
@ApplicationScoped
public class FeatureTools {
  public static final String ORDER = "todo:write";
  public static final String WATCHED = "test://watched";

  @Inject Event<ToolListChanged> tools;
  @Inject Event<ResourceUpdated> resources;

  record Amount(int count) {}

  @RequiresScope(ORDER)
  @Tool(description = "Orders as many as the user wants")
  String order(String item, Input input) {
    ElicitationResponse<Amount> answer =
        input.elicit("count", "How many " + item + "?", Amount.class);
    return answer
        .content()
        .map(amount -> amount.count() + " " + item)
        .orElseGet(() -> "No " + item + ": " + answer.action());
  }

  @RequiresScope(ORDER)
  @Tool(description = "Returns as many as the user wants")
  String giveBack(String item, Input input) {
    return order(item, input) + " less";
  }

  @RequiresScope(ORDER)
  @Tool(description = "Counts for so many seconds", task = TaskSupport.OPTIONAL)
  String count(int seconds) throws InterruptedException {
    Thread.sleep(1000L * seconds);
    return "Counted to " + seconds;
  }

  @NoScopeRequired
  @Tool(description = "Logs at several levels")
  void log(McpLog log) {
    log.debug("a detail");
    log.info("a fact");
    log.warning("a warning");
    log.error("an error");
  }

  @NoScopeRequired
  @Resource(
      uri = WATCHED,
      name = "watched",
      description = "Something to watch",
      mimeType = "text/plain")
  String watched() {
    return "Watched";
  }

  @NoScopeRequired
  @Tool(description = "Announces a change of the resource, then one of the tools")
  void change() {
    resources.fire(new ResourceUpdated(WATCHED));
    tools.fire(new ToolListChanged());
  }
}
