package dev.gatehouse.it.deployment;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;

/** Everything that a tool's author can get wrong. */
@ApplicationScoped
public class BadTools {
  @Tool(description = "Nobody decided who may call this")
  public String undecided() {
    return "";
  }

  @NoScopeRequired
  @Tool(name = "create_todo", description = "Somebody else has this name")
  public String duplicate() {
    return "";
  }

  @NoScopeRequired
  @Tool(description = "Nobody can send a thread")
  public String unusable(Thread thread) {
    return thread.getName();
  }
}
