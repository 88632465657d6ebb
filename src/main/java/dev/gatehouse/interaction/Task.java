package dev.gatehouse.interaction;

/**
 * Where a call becomes a task, for a tool that does something before that, such as to ask its
 * client. The tool runs again from its start then, in the background, and has the answers so far.
 * Without such a parameter, a call is a task from its start.
 *
 * @see <a href="https://modelcontextprotocol.io/seps/2663-tasks-extension">MCP tasks</a>
 */
public interface Task {

  /**
   * From here on, the call is a task: its client has the handle when the next line runs. Nothing
   * happens in a task, nor for a client that takes none.
   *
   * @throws InputRequiredException ends what runs in the call itself; a tool must not catch it
   */
  void begin();
}
