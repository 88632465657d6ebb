package dev.gatehouse.mcp;

import dev.gatehouse.bean.AccessDeniedException;
import dev.gatehouse.bean.Declaration;
import java.time.Instant;

/** What the caller of this request may see and do. */
public interface Access {

  /** Who calls, the same for all of the caller's tokens; never shown to anybody. */
  String caller();

  /** When the caller has to come with another token; streams end then. */
  Instant until();

  /** Whether this caller is shown what is declared. */
  boolean allows(Declaration declaration);

  /** Who watches over this caller's calls. */
  default CallWatch watch() {
    return CallWatch.NONE;
  }

  /** Lets the caller pass, or throws. */
  void demand(Declaration declaration) throws AccessDeniedException;
}
