package dev.gatehouse.security;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scopes that a caller's token must grant, all of them, before the method runs. On a class it
 * is the default for its methods. Enforced for tools before dispatch (HTTP 403) and by an
 * interceptor wherever else the bean is called from.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3.1">RFC 6750, 3.1</a>
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresScope {
  /** {@return one or several scopes, all needed} */
  @Nonbinding
  String[] value() default {};

  /**
   * For a tool that others call too, such as a JAX-RS resource whose REST clients have no token of
   * ours: what guards it there is the application's own matter.
   *
   * @return whether calls that no MCP request runs pass without a check; they are refused otherwise
   */
  @Nonbinding
  boolean onlyInMcp() default false;
}
