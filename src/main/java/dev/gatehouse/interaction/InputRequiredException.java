package dev.gatehouse.interaction;

import jakarta.ejb.ApplicationException;

/**
 * Ends this round of a call with questions; the call runs again from its start with the answers. A
 * tool must not catch it.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">MCP
 *     multi round-trip requests</a>
 */
@ApplicationException(rollback = true)
public class InputRequiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is no fault. */
  public InputRequiredException() {
    super("The client has to answer first", null, false, false);
  }
}
