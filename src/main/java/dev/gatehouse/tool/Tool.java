package dev.gatehouse.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a method of a CDI bean as an MCP tool. Its parameters are the tool's arguments, except for
 * {@code Progress}, {@code McpLog}, {@code Cancellation} and {@code Input}, which reach the client
 * of the call. What it returns is the tool's result: a string becomes text; {@link ToolResult},
 * {@code Content} and a list of content are sent as they are; anything else is structured content.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools">MCP
 *     tools</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tool {
  /** 1 to 64 of {@code A-Z a-z 0-9 _ . -}; the method's name when empty. */
  String name() default "";

  /** A name for people. */
  String title() default "";

  /** What the tool does, for the model that chooses it. */
  String description();

  /** The tool changes nothing. */
  boolean readOnly() default false;

  /** The tool may destroy something; only meaningful when it is not read-only. */
  boolean destructive() default true;

  /** A second call with the same arguments changes nothing more. */
  boolean idempotent() default false;

  /** The tool reaches beyond this system. */
  boolean openWorld() default true;

  /**
   * The input's JSON Schema 2020-12 as JSON text, for what Java types can't say; made from the
   * parameters when empty. It is handed on unchanged, and the method's only argument is the {@code
   * JsonObject} of all arguments as they came: the tool checks them itself, nobody else does.
   */
  String inputSchema() default "";
}
