package dev.gatehouse.security.scope;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Lets a call pass only when the caller's token grants every scope; no caller, no call. */
@Interceptor
@RequiresScope
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class ScopeInterceptor {
  private static final Set<String> NEVER = Set.of("");

  private final Map<Method, Set<String>> needed = new ConcurrentHashMap<>();

  @Inject CallerHolder holder;

  @Inject ToolExtension tools;
  @Inject PromptExtension prompts;
  @Inject ResourceExtension resources;
  @Inject CompletionExtension completions;

  @AroundInvoke
  Object check(InvocationContext context) throws Exception {
    Set<String> scopes = needed.get(context.getMethod());
    if (scopes == null) {
      scopes = decided(context.getMethod(), context.getTarget()).orElse(NEVER);
      needed.put(context.getMethod(), scopes);
    }
    Set<String> all = scopes;
    if (holder.current().filter(caller -> caller.scopes().containsAll(all)).isEmpty()) {
      throw new InsufficientScopeException(scopes);
    }
    return context.proceed();
  }

  // What is declared may have its scopes from elsewhere than the method, such as an extension.
  private Optional<Set<String>> decided(Method method, Object target) {
    return Stream.<Declarations>of(tools, prompts, resources, completions)
        .flatMap(some -> some.declarations().stream())
        .filter(declaration -> declaration.method().java().equals(method))
        .filter(declaration -> declaration.method().type().getJavaClass().isInstance(target))
        .reduce(ScopeInterceptor::nearer)
        .map(RequiredScopes::of)
        .orElseGet(() -> RequiredScopes.of(method, target.getClass()));
  }

  // A bean's class may be above that of another bean.
  private static Declaration nearer(Declaration a, Declaration b) {
    Class<?> other = b.method().type().getJavaClass();
    return other.isAssignableFrom(a.method().type().getJavaClass()) ? a : b;
  }
}
