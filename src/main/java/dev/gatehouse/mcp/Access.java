package dev.gatehouse.mcp;

import dev.gatehouse.tool.AccessDeniedException;
import dev.gatehouse.tool.ToolDefinition;

/** What the caller of this request may see and do. */
public interface Access {

  /** Whether this caller is shown the tool. */
  boolean allows(ToolDefinition tool);

  /** Lets the caller pass, or throws. */
  void demand(ToolDefinition tool) throws AccessDeniedException;
}
