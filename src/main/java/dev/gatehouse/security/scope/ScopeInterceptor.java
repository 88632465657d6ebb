package dev.gatehouse.security.scope;

import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.security.caller.CallerHolder;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets a call pass only when the caller's token grants every scope; no caller, no call. */
@Interceptor
@RequiresScope
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class ScopeInterceptor {
  private static final Set<String> NEVER = Set.of("");

  private final Map<Method, Set<String>> needed = new ConcurrentHashMap<>();

  @Inject CallerHolder holder;

  @AroundInvoke
  Object check(InvocationContext context) throws Exception {
    Set<String> scopes = needed.get(context.getMethod());
    if (scopes == null) {
      scopes = RequiredScopes.of(context.getMethod(), context.getTarget().getClass()).orElse(NEVER);
      needed.put(context.getMethod(), scopes);
    }
    Set<String> all = scopes;
    if (holder.current().filter(caller -> caller.scopes().containsAll(all)).isEmpty()) {
      throw new InsufficientScopeException(scopes);
    }
    return context.proceed();
  }
}
