package dev.gatehouse.it.deployment;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.ejb.Stateless;

/** An EJB with nothing wrong, where the server has EJBs. */
@Stateless
public class LostSession {
  @NoScopeRequired
  @Tool(description = "Nobody makes this")
  public String lost() {
    return "";
  }
}
