package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.token.BearerToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopeInterceptorTest {

  @ApplicationScoped
  @RequiresScope("vault:read")
  public static class Vault {
    @Inject Caller caller;

    public String look() {
      return caller.hasScope("vault:deep") ? "gold" : "silver";
    }

    @RequiresScope({"vault:read", "vault:write", "vault:write"})
    public String put() {
      return "done";
    }

    @NoScopeRequired
    @RequiresScope("vault:close")
    public String close() {
      return "closed";
    }

    public String audit() {
      caller.requireScope("vault:audit", "vault:read");
      return "audited";
    }
  }

  private final WeldContainer container =
      new Weld()
          .disableDiscovery()
          .addPackage(false, CallerHolder.class)
          .addBeanClasses(ScopeInterceptor.class, Vault.class)
          .addExtensions(
              new ToolExtension(),
              new PromptExtension(),
              new ResourceExtension(),
              new CompletionExtension())
          .initialize();
  private final Vault vault = container.select(Vault.class).get();

  @AfterEach
  void stop() {
    container.close();
  }

  private void callWith(String... scopes) throws Exception {
    BearerToken token =
        BearerToken.parse(
            "a.b.c", "{\"iss\":\"https://acme.example\",\"sub\":\"usr_1\",\"oid\":\"org_1\"}");
    container
        .select(CallerHolder.class)
        .get()
        .set(VerifiedCaller.of(token, "https://acme.example", Set.of(scopes)));
  }

  @Test
  void nobody_gets_in_without_a_caller() {
    assertThatExceptionOfType(InsufficientScopeException.class).isThrownBy(vault::look);
  }

  @Test
  void a_method_that_is_public_and_needs_a_scope_needs_it() throws Exception {
    callWith("vault:read");
    assertThatExceptionOfType(InsufficientScopeException.class).isThrownBy(vault::close);
    callWith("vault:close");
    assertThat(vault.close()).isEqualTo("closed");
  }

  @Test
  void the_scope_of_the_class_holds_for_its_methods() throws Exception {
    callWith("other");
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(vault::look)
        .satisfies(e -> assertThat(e.needed()).containsExactly("vault:read"));
    callWith("vault:read");
    assertThat(vault.look()).isEqualTo("silver");
  }

  @Test
  void a_method_that_names_scopes_needs_all_of_them() throws Exception {
    callWith("vault:read");
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(vault::put)
        .satisfies(
            e -> assertThat(e.needed()).containsExactlyInAnyOrder("vault:read", "vault:write"));
    callWith("vault:read", "vault:write");
    assertThat(vault.put()).isEqualTo("done");
  }

  @Test
  void a_tool_may_answer_with_more_when_the_caller_has_more() throws Exception {
    callWith("vault:read", "vault:deep");
    assertThat(vault.look()).isEqualTo("gold");
  }

  @Test
  void a_tool_may_ask_for_a_scope_while_it_runs() throws Exception {
    callWith("vault:read");
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(vault::audit)
        .satisfies(
            e -> assertThat(e.needed()).containsExactlyInAnyOrder("vault:audit", "vault:read"));
  }

  @Test
  void the_token_is_injectable_and_empty_without_a_caller() throws Exception {
    JsonWebToken token = container.select(JsonWebToken.class).get();
    assertThat(token.getName()).isNull();
    assertThat(token.getClaimNames()).isEmpty();
    callWith("vault:read");
    assertThat(token.getName()).isEqualTo("usr_1");
    assertThat(token.getSubject()).isEqualTo("usr_1");
    assertThat(container.select(Caller.class).get().organization()).contains("org_1");
  }
}
