package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.config.Settings;
import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.bean.Declarations;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.token.BearerToken;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeclaredScopesTest {
  private final ToolExtension tools = new ToolExtension();
  private final PromptExtension prompts = new PromptExtension();
  private final ResourceExtension resources = new ResourceExtension();
  private final CompletionExtension completions = new CompletionExtension();
  private final WeldContainer container =
      new Weld()
          .disableDiscovery()
          .addBeanClasses(
              FixtureDeclarations.class,
              FixtureChild.class,
              ScopeInterceptor.class,
              CallerHolder.class)
          .addExtensions(tools, prompts, resources, completions)
          .initialize();
  private final DeclaredScopes scopes = new DeclaredScopes();
  private VerifiedCaller caller;

  @BeforeEach
  void prepare() throws Exception {
    var config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "scalekit.environment.url", "https://acme.scalekit.dev",
                        "scalekit.resource.id", "res_1",
                        "mcp.url", "https://mcp.acme.example/mcp",
                        "mcp.server.version", "1"),
                    "test",
                    100))
            .build();
    scopes.prepare(tools, prompts, resources, completions, Settings.load(config));
  }

  @AfterEach
  void stop() {
    container.close();
  }

  private void callWith(String... granted) throws Exception {
    BearerToken token =
        BearerToken.parse("a.b.c", "{\"iss\":\"https://acme.example\",\"sub\":\"usr_1\"}");
    caller = VerifiedCaller.of(token, "https://acme.example", Set.of(granted));
    container.select(CallerHolder.class).get().set(caller);
  }

  private Declaration declaration(String name) {
    return Stream.<Declarations>of(tools, prompts, resources, completions)
        .flatMap(some -> some.declarations().stream())
        .filter(declaration -> declaration.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> allowed() {
    return Stream.<Declarations>of(tools, prompts, resources, completions)
        .flatMap(some -> some.declarations().stream())
        .filter(declaration -> scopes.allows(caller, declaration))
        .map(Declaration::name)
        .toList();
  }

  @Test
  void the_scopes_of_everything_declared_are_supported_but_never_offline_access() {
    assertThat(scopes.supported())
        .containsExactly("child", "completion", "prompt", "resource", "tool");
  }

  @Test
  void every_caller_may_use_what_is_public_and_its_completion() throws Exception {
    callWith();
    assertThat(allowed()).containsExactlyInAnyOrder("template", "open");
  }

  @Test
  void each_kind_needs_its_own_scopes() throws Exception {
    callWith("tool");
    assertThat(allowed()).containsExactlyInAnyOrder("template", "open", "tool");
    callWith("resource");
    assertThat(allowed()).containsExactlyInAnyOrder("template", "open", "resource");
  }

  @Test
  void a_completion_needs_the_scopes_of_its_prompt_unless_it_has_its_own() throws Exception {
    callWith("prompt", "offline_access");
    assertThat(allowed()).containsExactlyInAnyOrder("template", "open", "prompt", "inherits");
    callWith("completion");
    assertThat(allowed()).containsExactlyInAnyOrder("template", "open", "decides");
  }

  @Test
  void the_scope_of_the_beans_class_holds_for_methods_that_it_inherits() throws Exception {
    callWith("child");
    assertThat(allowed()).contains("inherited");
    assertThat(container.select(FixtureChild.class).get().inherited()).isEqualTo("from the parent");
    callWith("tool");
    assertThat(allowed()).doesNotContain("inherited");
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> container.select(FixtureChild.class).get().inherited());
  }

  @Test
  void all_that_is_needed_and_nothing_for_what_is_public() {
    assertThat(scopes.needed(declaration("inherits")))
        .containsExactlyInAnyOrder("offline_access", "prompt");
    assertThat(scopes.needed(declaration("open"))).isEmpty();
  }

  @Test
  void only_who_has_every_scope_may() throws Exception {
    callWith("prompt");
    assertThat(scopes.allows(caller, declaration("inherits"))).isFalse();
    callWith("prompt", "offline_access");
    assertThat(scopes.allows(caller, declaration("inherits"))).isTrue();
  }
}
