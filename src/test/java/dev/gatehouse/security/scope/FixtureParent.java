package dev.gatehouse.security.scope;

import dev.gatehouse.tool.Tool;

public abstract class FixtureParent {
  @Tool(description = "Decided by the child")
  public String inherited() {
    return "from the parent";
  }
}
