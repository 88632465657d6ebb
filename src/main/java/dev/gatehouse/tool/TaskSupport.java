package dev.gatehouse.tool;

/**
 * Whether a call of a tool may be a task: its caller gets a handle at once, and asks for the result
 * later, on any node.
 *
 * @see <a href="https://modelcontextprotocol.io/seps/2663-tasks-extension">MCP tasks</a>
 */
public enum TaskSupport {
  /** Never: the answer to the call is its result. */
  FORBIDDEN,
  /** Where the client takes tasks; for all others the answer is the result. */
  OPTIONAL,
  /** Always: a client that takes no tasks is told so with the error -32021. */
  REQUIRED
}
