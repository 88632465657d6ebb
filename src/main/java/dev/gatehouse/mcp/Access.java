package dev.gatehouse.mcp;

import dev.gatehouse.bean.AccessDeniedException;
import dev.gatehouse.bean.Declaration;

/** What the caller of this request may see and do. */
public interface Access {

  /** Whether this caller is shown what is declared. */
  boolean allows(Declaration declaration);

  /** Lets the caller pass, or throws. */
  void demand(Declaration declaration) throws AccessDeniedException;
}
