package dev.gatehouse.it.conformance;

import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.prompt.PromptListChanged;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolListChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tools that report, log and announce while they run. */
@ApplicationScoped
@RequiresScope(FixtureScope.USE)
public class RunningTools {
  @Inject Event<ToolListChanged> tools;
  @Inject Event<PromptListChanged> prompts;

  @Tool(name = "test_tool_with_progress", description = "Reports its progress")
  String progress(Progress progress) throws InterruptedException {
    for (int percent : new int[] {0, 50, 100}) {
      progress.report(percent, 100);
      Thread.sleep(50);
    }
    return "Done";
  }

  @Tool(name = "test_tool_with_logging", description = "Logs while it runs")
  String logging(McpLog log) throws InterruptedException {
    log.info("Tool execution started");
    Thread.sleep(50);
    log.info("Tool processing data");
    Thread.sleep(50);
    log.info("Tool execution completed");
    return "Done";
  }

  @Tool(name = "test_logging_tool", description = "Tries to log")
  String tryToLog(McpLog log) {
    log.info("Nobody may want to know");
    return "Done";
  }

  @Tool(name = "test_missing_capability", description = "Can't do without the client's model")
  String missingCapability(Input input) {
    return input.sample("thought", SamplingRequest.of(10, "Think.")).text();
  }

  record Confirmation(boolean ok) {}

  @Tool(name = "test_streaming_elicitation", description = "Asks while it reports")
  String streamingElicitation(Input input, Progress progress) {
    progress.report(1);
    return input.canElicit()
        ? "ok: " + input.elicit("confirm", "Go on?", Confirmation.class).content()
        : "Not asked";
  }

  @Tool(name = "test_trigger_tool_change", description = "Announces a change of the tools")
  String toolChange() {
    tools.fire(new ToolListChanged());
    return "Announced";
  }

  @Tool(name = "test_trigger_prompt_change", description = "Announces a change of the prompts")
  String promptChange() {
    prompts.fire(new PromptListChanged());
    return "Announced";
  }

  @Tool(name = "test_reconnection", description = "Takes longer than a connection may")
  String reconnection(Cancellation cancellation) throws InterruptedException {
    // Longer than mcp.stream.reconnect.after.
    Thread.sleep(2500);
    return cancellation.isRequested() ? "Cancelled" : "Reconnected";
  }
}
