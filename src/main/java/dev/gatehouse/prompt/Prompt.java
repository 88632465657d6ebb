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
 * <p>A method says no with a {@link PromptFailure}. A prompt that can't be offered is refused at
 * deployment, with all other mistakes in one message.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/prompts">MCP
 *     prompts</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Prompt {
  /** {@return the name, 1 to 64 of {@code A-Z a-z 0-9 _ . -}; the method's name when empty} */
  String name() default "";

  /** {@return a name for people; none when empty} */
  String title() default "";

  /** {@return what the prompt is for; nothing is said when empty} */
  String description() default "";
}
