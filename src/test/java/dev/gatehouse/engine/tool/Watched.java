package dev.gatehouse.engine.tool;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Has CDI make a subclass of a bean. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface Watched {
  /** Lets every call pass. */
  @Watched
  @Interceptor
  class Watcher {
    @AroundInvoke
    Object watch(InvocationContext call) throws Exception {
      return call.proceed();
    }
  }
}
