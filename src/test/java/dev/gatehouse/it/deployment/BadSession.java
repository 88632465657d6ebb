package dev.gatehouse.it.deployment;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.ejb.Stateless;

/** An EJB, whose container lets nobody call a method that is not public. */
@Stateless
public class BadSession {
  @NoScopeRequired
  @Tool(description = "Nobody can call this")
  String guarded() {
    return "";
  }
}
