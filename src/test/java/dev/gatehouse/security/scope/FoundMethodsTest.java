package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.bean.Declaration;
import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.security.InsufficientScopeException;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.token.BearerToken;
import dev.gatehouse.tool.Sensitive;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Set;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoundMethodsTest {
  @Tool(description = "Read from here")
  @RequiresScope("found:write")
  private static void annotated(@ToolArg(name = "to") @Sensitive String text) {}

  /** Nothing here knows Gatehouse. */
  @ApplicationScoped
  static class Plain {
    String say(String text) {
      return "said " + text;
    }
  }

  interface Greets<T> {
    @Tool(description = "Greets")
    @RequiresScope("found:greet")
    String greet(@ToolArg(name = "whom") T name);
  }

  abstract static class Base {
    @Tool(description = "Leaves")
    @RequiresScope("found:greet")
    abstract String leave();
  }

  @ApplicationScoped
  static class Greeter extends Base implements Greets<String> {
    @Override
    public String greet(String name) {
      return "Hello " + name;
    }

    @Override
    String leave() {
      return "Bye";
    }
  }

  static class Parent {
    @Tool(description = "Sums")
    @RequiresScope("found:sum")
    String sum(@ToolArg(name = "left") int a, @ToolArg(name = "right") int b) {
      return "wrong";
    }
  }

  @ApplicationScoped
  static class Heir extends Parent {
    @Override
    String sum(int a, int b) {
      return "" + (a + b);
    }
  }

  @RequiresScope("found:ring")
  interface Rings {
    @Tool(description = "Rings")
    default String ring() {
      return "wrong";
    }

    @Tool(description = "Hangs")
    @RequiresScope("found:hang")
    String hang();

    @Tool(description = "Dials")
    @NoScopeRequired
    String dial();

    @Tool(description = "Finds by any key", name = "find_any")
    String find(Object key);
  }

  @ApplicationScoped
  static class Bell implements Rings {
    @Override
    public String ring() {
      return "Ding";
    }

    @Override
    public String hang() {
      return "Dong";
    }

    @Override
    public String dial() {
      return "Tut";
    }

    @Override
    public String find(Object key) {
      return "any";
    }

    public String find(String key) {
      return "overload";
    }
  }

  /** Called by others, too. */
  @ApplicationScoped
  static class Shared {
    @Tool(description = "Shares")
    @RequiresScope(value = "found:share", onlyInMcp = true)
    public String share() {
      return "shared";
    }

    @RequiresScope(value = "found:share", onlyInMcp = true)
    public String notDeclared() {
      return "never";
    }
  }

  interface Strict {
    @RequiresScope("found:strict")
    String open();
  }

  @ApplicationScoped
  static class Door implements Strict {
    @Override
    @Tool(description = "Opens")
    public String open() {
      return "open";
    }
  }

  interface Other {
    @RequiresScope("found:other")
    String open();
  }

  @ApplicationScoped
  static class Torn implements Strict, Other {
    @Override
    @Tool(description = "Opens, but for whom?")
    public String open() {
      return "open";
    }
  }

  @ApplicationScoped
  static class Many {
    @Tool(description = "Takes any number")
    @RequiresScope("found:greet")
    String join(String... parts) {
      return String.join("+", parts);
    }
  }

  /** What a company's own extension may do. */
  static class Annotating implements Extension {
    void add(@Observes ProcessAnnotatedType<Plain> event) throws Exception {
      var source = FoundMethodsTest.class.getDeclaredMethod("annotated", String.class);
      var method =
          event
              .configureAnnotatedType()
              .filterMethods(m -> m.getJavaMember().getName().equals("say"))
              .findFirst()
              .orElseThrow();
      method.add(source.getAnnotation(Tool.class)).add(source.getAnnotation(RequiresScope.class));
      for (var each : source.getParameterAnnotations()[0]) {
        method.params().get(0).add(each);
      }
    }
  }

  private final ToolExtension extension = new ToolExtension();
  private final WeldContainer container =
      new Weld()
          .disableDiscovery()
          .addPackage(false, ToolRegistry.class)
          .addBeanClasses(Plain.class, Greeter.class, Many.class)
          .addBeanClasses(Heir.class, Bell.class, Door.class, Shared.class)
          .addBeanClasses(ScopeInterceptor.class, CallerHolder.class)
          .addExtensions(
              new Annotating(),
              extension,
              new PromptExtension(),
              new ResourceExtension(),
              new CompletionExtension())
          .initialize();
  private final ToolRegistry tools = container.select(ToolRegistry.class).get();

  @BeforeEach
  void nothing_is_wrong() {
    assertThat(extension.problems()).isEmpty();
  }

  @AfterEach
  void stop() {
    container.close();
  }

  private ToolResult call(String tool, String scope, JsonObject arguments) throws Exception {
    BearerToken token =
        BearerToken.parse("a.b.c", "{\"iss\":\"https://acme.example\",\"sub\":\"usr_1\"}");
    container
        .select(CallerHolder.class)
        .get()
        .set(VerifiedCaller.of(token, "https://acme.example", Set.of(scope)));
    return tools.call(tools.find(tool).orElseThrow(), arguments, Exchange.none());
  }

  private Set<String> needed(String tool) {
    Declaration declaration = tools.find(tool).orElseThrow().declaration();
    return RequiredScopes.of(declaration).orElseThrow();
  }

  private static JsonObject json(String name, String value) {
    return Json.createObjectBuilder().add(name, value).build();
  }

  @Test
  void what_an_extension_adds_to_a_bean_counts_like_what_its_author_wrote() throws Exception {
    assertThat(needed("say")).containsExactly("found:write");
    assertThat(tools.find("say").orElseThrow().signature().hasSensitive()).isTrue();
    assertThat(call("say", "found:write", json("to", "x"))).isEqualTo(ToolResult.text("said x"));
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("say", "found:read", json("to", "x")));
  }

  @Test
  void what_an_interface_says_holds_for_the_method_that_implements_it() throws Exception {
    assertThat(needed("greet")).containsExactly("found:greet");
    assertThat(call("greet", "found:greet", json("whom", "Ann")))
        .isEqualTo(ToolResult.text("Hello Ann"));
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("greet", "found:read", json("whom", "Ann")));
  }

  @Test
  void so_does_what_an_abstract_class_says() throws Exception {
    assertThat(call("leave", "found:greet", JsonObject.EMPTY_JSON_OBJECT))
        .isEqualTo(ToolResult.text("Bye"));
  }

  @Test
  void what_a_superclass_says_holds_for_the_method_that_overrides_it() throws Exception {
    assertThat(needed("sum")).containsExactly("found:sum");
    JsonObject arguments = Json.createObjectBuilder().add("left", 1).add("right", 2).build();
    assertThat(call("sum", "found:sum", arguments)).isEqualTo(ToolResult.text("3"));
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("sum", "found:read", arguments));
  }

  @Test
  void the_scope_of_an_interface_holds_where_nothing_nearer_decides() throws Exception {
    assertThat(needed("ring")).containsExactly("found:ring");
    assertThat(needed("hang")).containsExactly("found:hang");
    assertThat(needed("dial")).isEmpty();
    assertThat(call("ring", "found:ring", JsonObject.EMPTY_JSON_OBJECT))
        .isEqualTo(ToolResult.text("Ding"));
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("ring", "found:read", JsonObject.EMPTY_JSON_OBJECT));
  }

  @Test
  void a_tool_has_the_scope_of_an_interface_that_does_not_know_that_it_is_one() throws Exception {
    assertThat(needed("open")).containsExactly("found:strict");
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("open", "found:read", JsonObject.EMPTY_JSON_OBJECT));
  }

  @Test
  void a_tool_may_let_those_pass_that_call_it_outside_of_mcp_and_no_others() throws Exception {
    Shared shared = container.select(Shared.class).get();
    container.select(CallerHolder.class).get().clear();
    assertThat(shared.share()).isEqualTo("shared");
    assertThatExceptionOfType(InsufficientScopeException.class).isThrownBy(shared::notDeclared);
    assertThatExceptionOfType(InsufficientScopeException.class)
        .isThrownBy(() -> call("share", "found:read", JsonObject.EMPTY_JSON_OBJECT));
    assertThatExceptionOfType(InsufficientScopeException.class).isThrownBy(shared::share);
    assertThat(call("share", "found:share", JsonObject.EMPTY_JSON_OBJECT))
        .isEqualTo(ToolResult.text("shared"));
  }

  @Test
  void an_overload_that_implements_nothing_is_not_offered() throws Exception {
    assertThat(call("find_any", "found:ring", json("key", "x"))).isEqualTo(ToolResult.text("any"));
  }

  @Test
  void interfaces_that_disagree_are_refused() {
    ToolExtension torn = new ToolExtension();
    try (var other =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(Torn.class, CallerHolder.class)
            .addExtensions(torn)
            .initialize()) {
      assertThat(other.isRunning()).isTrue();
      assertThat(torn.problems())
          .singleElement()
          .asString()
          .contains("Torn.open: @RequiresScope is one in Strict and another in Other");
    }
  }

  @Test
  void a_tool_may_take_any_number_of_values() throws Exception {
    JsonObject parts =
        Json.createObjectBuilder()
            .add("parts", Json.createArrayBuilder().add("a").add("b"))
            .build();
    assertThat(call("join", "found:greet", parts)).isEqualTo(ToolResult.text("a+b"));
  }
}
