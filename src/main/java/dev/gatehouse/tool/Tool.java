package dev.gatehouse.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a method of a CDI bean as an MCP tool. Its parameters are the tool's arguments; what it
 * returns is the tool's result: a string becomes text, anything else structured content.
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
}
