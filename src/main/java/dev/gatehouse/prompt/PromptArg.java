package dev.gatehouse.prompt;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an argument of a {@link Prompt}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface PromptArg {
  /** {@return the argument's name; the parameter's name when empty} */
  String name() default "";

  /** {@return a name for people; none when empty} */
  String title() default "";

  /** {@return what the argument means; nothing is said when empty} */
  String description() default "";

  /**
   * {@return whether the caller must give it; an {@code Optional} or defaulted argument never must}
   */
  boolean required() default true;

  /** {@return the value when absent, as the caller would write it; none when empty} */
  String defaultValue() default "";
}
