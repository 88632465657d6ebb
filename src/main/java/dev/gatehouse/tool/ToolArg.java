package dev.gatehouse.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an argument of a {@link Tool}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ToolArg {
  /** {@return the argument's name; the parameter's name when empty} */
  String name() default "";

  /** {@return what the argument means, for the model that fills it in} */
  String description() default "";

  /**
   * {@return whether the caller must give it; an {@code Optional} or defaulted argument never must}
   */
  boolean required() default true;

  /**
   * {@return the value when absent, as it would be written in a configuration file; none when
   * empty}
   */
  String defaultValue() default "";

  /**
   * {@return the {@code x} of the {@code Mcp-Param-x} header that mirrors this argument, an HTTP
   * token; none when empty} A call in which the two differ is refused.
   *
   * @see <a
   *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">x-mcp-header</a>
   */
  String header() default "";
}
