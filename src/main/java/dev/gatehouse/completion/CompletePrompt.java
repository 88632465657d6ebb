package dev.gatehouse.completion;

import dev.gatehouse.prompt.Prompt;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a method of a CDI bean to propose values for an argument of a {@link Prompt}. Its {@link
 * CompleteArg} parameter is what was typed so far; further {@code String} (empty when absent) and
 * {@code Optional<String>} parameters are the values that are already known, by name. It returns
 * the values that fit, best first: a string or a list of these, of which the caller sees 100.
 * Without a scope decision of its own it needs the scopes of what it completes.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/completion">MCP
 *     completion</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CompletePrompt {
  /** {@return the prompt's name; there must be one} */
  String value();
}
