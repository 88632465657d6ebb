package dev.gatehouse.mcp.call;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.tool.AccessDeniedException;
import java.time.Instant;

/** What the caller of this request may see and do. */
public interface Authorization {

  /** Who calls, the same for all of the caller's tokens; never shown to anybody. */
  String caller();

  /** When the caller has to come with another token; streams end then. */
  Instant until();

  /** Whether this caller is shown what is declared. */
  boolean allows(Declaration declaration);

  /** Who watches over this caller's calls. */
  default CallInterceptor watch() {
    return CallInterceptor.NONE;
  }

  /** Lets the caller pass, or throws. */
  void demand(Declaration declaration) throws AccessDeniedException;
}
