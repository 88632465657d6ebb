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
import dev.gatehouse.security.caller.VerifiedCaller;
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

  private final Map<Method, Rule> rules = new ConcurrentHashMap<>();

  /** What a caller needs, and whether it holds only for callers that come through MCP. */
  private record Rule(Set<String> needed, boolean onlyInMcp) {}

  @Inject CallerHolder holder;

  @Inject ToolExtension tools;
  @Inject PromptExtension prompts;
  @Inject ResourceExtension resources;
  @Inject CompletionExtension completions;

  @AroundInvoke
  Object check(InvocationContext context) throws Exception {
    Rule rule = rules.get(context.getMethod());
    if (rule == null) {
      rule = rule(context.getMethod(), context.getTarget());
      rules.put(context.getMethod(), rule);
    }
    Optional<VerifiedCaller> caller = holder.current();
    boolean allowed =
        caller.isPresent()
            ? caller.get().scopes().containsAll(rule.needed())
            : rule.onlyInMcp() && !rule.needed().equals(NEVER);
    if (!allowed) {
      throw new InsufficientScopeException(rule.needed());
    }
    return context.proceed();
  }

  // What is declared may have its scopes from elsewhere than the method, such as an extension.
  private Rule rule(Method method, Object target) {
    Optional<Declaration> declared =
        Stream.<Declarations>of(tools, prompts, resources, completions)
            .flatMap(some -> some.declarations().stream())
            .filter(declaration -> declaration.method().java().equals(method))
            // What a file says of a method holds at the door; here its author's word does.
            .filter(declaration -> !declaration.method().isMapped())
            .filter(declaration -> declaration.method().type().getJavaClass().isInstance(target))
            .reduce(ScopeInterceptor::nearer);
    return new Rule(
        declared
            .map(RequiredScopes::of)
            .orElseGet(() -> RequiredScopes.of(method, target.getClass()))
            .orElse(NEVER),
        declared.filter(RequiredScopes::isOnlyInMcp).isPresent());
  }

  // A bean's class may be above that of another bean.
  private static Declaration nearer(Declaration a, Declaration b) {
    Class<?> other = b.method().type().getJavaClass();
    return other.isAssignableFrom(a.method().type().getJavaClass()) ? a : b;
  }
}
