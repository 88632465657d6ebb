package dev.gatehouse.it.login;

import dev.gatehouse.audit.AuditCall;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Tool;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells what beans see of the caller, where there are no EJBs too. */
@ApplicationScoped
public class LoginTools {
  private final List<String> audited = new CopyOnWriteArrayList<>();

  @Inject Instance<SecurityContext> security;
  @Inject JsonWebToken token;
  @Inject Principal principal;
  @Resource ManagedExecutorService executor;

  /** What is injected. */
  public record Injected(String token, List<String> groups, String principal) {}

  void hear(@Observes AuditEvent event) {
    String name = event.call().map(AuditCall::name).orElse("");
    audited.add(event.outcome().text() + " " + name);
  }

  @NoScopeRequired
  @Tool(description = "What the audit took down")
  String audited() {
    return String.join("\n", audited);
  }

  @NoScopeRequired
  @Tool(description = "What Jakarta Security tells")
  Seen security() {
    if (!security.isResolvable()) {
      return new Seen("nobody", false, false);
    }
    SecurityContext context = security.get();
    String name =
        Optional.ofNullable(context.getCallerPrincipal()).map(Principal::getName).orElse("nobody");
    return new Seen(name, context.isCallerInRole("clerk"), context.isCallerInRole("chief"));
  }

  @NoScopeRequired
  @Tool(description = "What Jakarta Security tells a task of the executor")
  Seen securityTask() throws Exception {
    Callable<Seen> ask = this::security;
    return executor.submit(ask).get();
  }

  @NoScopeRequired
  @Tool(description = "What is injected")
  Injected injected() {
    return new Injected(token.getName(), List.copyOf(token.getGroups()), principal.getName());
  }

  @NoScopeRequired
  @Tool(description = "Say no as beans do that ask themselves")
  String ask() {
    if (security.isResolvable() && security.get().isCallerInRole("clerk")) {
      return "opened";
    }
    throw new SecurityException("hunter2 is the password of the till");
  }
}
