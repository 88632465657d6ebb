package dev.gatehouse.interaction;

/**
 * What a client may declare that it can be asked for.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">MCP client
 *     capabilities</a>
 */
public enum Capability {
  /** Its user fills in a form. */
  ELICITATION_FORM,
  /** Its user opens a page. */
  ELICITATION_URL,
  /** Its model goes on with a conversation. */
  SAMPLING,
  /** Its model sees the context of others, too. */
  SAMPLING_CONTEXT,
  /** It tells the user's directories. */
  ROOTS
}
