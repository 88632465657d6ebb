package dev.gatehouse.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a method of a CDI bean as an MCP tool. Its parameters are the tool's arguments, except for
 * {@code Progress}, {@code McpLog}, {@code Cancellation}, {@code Input} and {@code Task}, which
 * reach the client of the call. What it returns is the tool's result: a string becomes text; {@link
 * ToolResult}, {@code Content} and a list of content are sent as they are; anything else is
 * structured content.
 *
 * <p>A method says no with a {@link ToolFailure}. Wrong arguments are answered before it runs; any
 * other exception is logged, and the caller gets the error -32603 without a detail. A tool that
 * can't be offered is refused at deployment, with all other mistakes in one message.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">MCP
 *     tools</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tool {
  /** {@return the name, 1 to 64 of {@code A-Z a-z 0-9 _ . -}; the method's name when empty} */
  String name() default "";

  /** {@return a name for people; none when empty} */
  String title() default "";

  /** {@return what the tool does, for the model that chooses it; not blank} */
  String description();

  /** {@return whether the tool changes nothing; a hint for the client} */
  boolean readOnly() default false;

  /**
   * {@return whether it may destroy something; a hint that counts only when it is not read-only}
   */
  boolean destructive() default true;

  /** {@return whether a second call with the same arguments changes nothing more; a hint} */
  boolean idempotent() default false;

  /** {@return whether the tool reaches beyond this system; a hint for the client} */
  boolean openWorld() default true;

  /**
   * The input's JSON Schema 2020-12 as JSON text, for what Java types can't say; made from the
   * parameters when empty. It is handed on unchanged, and the method's only argument is the {@code
   * JsonObject} of all arguments as they came: the tool checks them itself, nobody else does.
   *
   * @return the schema; made from the parameters when empty
   */
  String inputSchema() default "";

  /**
   * Whether a call may be a task, which goes on when its client has left. A task whose node has
   * ended is run again on another one if the tool is {@link #readOnly()} or {@link #idempotent()},
   * and has failed otherwise.
   *
   * @return whether it may, must or must not; it must not unless told
   */
  TaskSupport task() default TaskSupport.FORBIDDEN;
}
