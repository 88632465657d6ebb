package dev.gatehouse.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A picture that clients may show beside a tool, prompt, resource or resource template; several for
 * several sizes or themes. What can't be one is refused at deployment.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic#icons">MCP icons</a>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Icon.Several.class)
public @interface Icon {
  /** {@return an {@code https:} URL, or the picture itself as {@code data:image/…;base64,…}} */
  String src();

  /** {@return such as {@code image/png}; for the client to find out when empty} */
  String mimeType() default "";

  /** {@return such as {@code 48x48}, or {@code any} if it can be scaled} */
  String[] sizes() default {};

  /** {@return the background that it is for} */
  Theme theme() default Theme.ANY;

  /** Backgrounds. */
  enum Theme {
    /** Any of them. */
    ANY,
    /** A light one. */
    LIGHT,
    /** A dark one. */
    DARK
  }

  /** What the compiler makes of several. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Several {
    /** {@return the icons, in order} */
    Icon[] value();
  }
}
