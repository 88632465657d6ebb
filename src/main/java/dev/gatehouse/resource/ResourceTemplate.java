package dev.gatehouse.resource;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a method of a CDI bean as MCP resources that have a pattern in common: RFC 6570, level 1.
 * A variable stands for one path segment or a part of it: at least one character, never {@code /},
 * {@code .} or {@code ..} alone, also not percent-encoded; it ends where the text behind it first
 * occurs. The method's arguments are the variables, by name: text, or an enum, a number or a
 * boolean that is read from text. It returns what {@link Resource} methods return.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/resources">MCP
 *     resources</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ResourceTemplate {
  /** {@return the resources' URIs, with a variable such as {@code {id}} for each parameter} */
  String uriTemplate();

  /** {@return the name, 1 to 64 of {@code A-Z a-z 0-9 _ . -}; the method's name when empty} */
  String name() default "";

  /** {@return a name for people; none when empty} */
  String title() default "";

  /** {@return what is to be found there; nothing is said when empty} */
  String description() default "";

  /** {@return the contents' MIME type; unknown when empty} */
  String mimeType() default "";
}
