package dev.gatehouse.it.listening;

import dev.gatehouse.mcp.McpDispatcher;
import dev.gatehouse.security.PublicTool;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolListChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;

/** Tools that tell of changes, and what it costs to tell. */
@ApplicationScoped
public class ChangingTools {
  @Inject Event<ToolListChanged> changes;
  @Inject McpDispatcher dispatcher;

  @PublicTool
  @Tool(description = "Says that the tools have changed")
  void change() {
    changes.fire(new ToolListChanged());
  }

  @PublicTool
  @Tool(description = "Open streams, threads, megabytes of live heap")
  String usage() {
    System.gc();
    return "%d streams, %d threads, %d MB"
        .formatted(
            dispatcher.listeners(),
            ManagementFactory.getThreadMXBean().getThreadCount(),
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
  }
}
