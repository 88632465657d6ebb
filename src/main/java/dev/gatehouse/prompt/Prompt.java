package dev.gatehouse.prompt;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a method of a CDI bean as an MCP prompt. Its parameters are the prompt's arguments: text,
 * or an enum, a number or a boolean that is read from text. It returns the messages: a string (one
 * message of the user), a {@link PromptMessage}, a list of these, or a {@link PromptResult}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/prompts">MCP
 *     prompts</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Prompt {
  /** 1 to 64 of {@code A-Z a-z 0-9 _ . -}; the method's name when empty. */
  String name() default "";

  /** A name for people. */
  String title() default "";

  /** What the prompt is for. */
  String description() default "";
}
