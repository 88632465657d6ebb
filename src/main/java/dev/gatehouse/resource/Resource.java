package dev.gatehouse.resource;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Offers a method of a CDI bean as an MCP resource. It has no arguments. It returns what the
 * resource holds: text, bytes, {@code ResourceContents}, or a list of these; or says with a {@link
 * ResourceNotFoundException} that it isn't there.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/resources">MCP
 *     resources</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Resource {
  /** {@return the resource's URI, with a scheme; no two resources have the same} */
  String uri();

  /** {@return the name, 1 to 64 of {@code A-Z a-z 0-9 _ . -}; the method's name when empty} */
  String name() default "";

  /** {@return a name for people; none when empty} */
  String title() default "";

  /** {@return what is to be found there; nothing is said when empty} */
  String description() default "";

  /** {@return the contents' MIME type; unknown when empty} */
  String mimeType() default "";

  /** {@return the size in bytes, if it is known and fixed; unknown when negative} */
  long size() default -1;
}
