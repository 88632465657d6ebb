package dev.gatehouse.it.login;

import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** The company's EJB, which knows nothing of MCP but for one tool. */
@Stateless
@DeclareRoles({"clerk", "chief"})
public class Office {
  @Resource SessionContext session;

  /** Whom the container takes the caller for. */
  @PermitAll
  public String caller() {
    return session.getCallerPrincipal().getName();
  }

  /** Whether the container gives the caller this role. */
  @PermitAll
  public boolean isCallerInRole(String role) {
    return session.isCallerInRole(role);
  }

  /** For clerks only. */
  @RolesAllowed("clerk")
  public String open() {
    return "opened";
  }

  /** For everybody, and then for clerks only. */
  @PermitAll
  public String openInside() {
    return session.getBusinessObject(Office.class).open();
  }

  /** For clerks only, and a tool. */
  @RolesAllowed("clerk")
  @NoScopeRequired
  @Tool(description = "Open the till")
  public String till() {
    return "opened";
  }
}
