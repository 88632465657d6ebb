package dev.gatehouse.security.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatehouse.engine.completion.CompletionExtension;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.caller.CallerHolder;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentCheckTest {
  private static String message;
  private static Throwable refusal;

  @BeforeAll
  static void deploy() {
    Weld weld =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(WrongDeclarations.class, ScopeInterceptor.class, CallerHolder.class)
            .addExtensions(
                new DeploymentCheck(),
                new CompletionExtension(),
                new ResourceExtension(),
                new PromptExtension(),
                new ToolExtension(),
                new LateComer());
    try (LogLines lines = new LogLines()) {
      refusal = catchThrowable(weld::initialize);
      message = lines.of(Level.SEVERE);
    }
  }

  /** Another extension, such as that of a server that registers health checks. */
  public static final class LateComer implements Extension {
    private static boolean seen;

    void register(@Observes AfterDeploymentValidation event) {
      seen = true;
    }
  }

  private static String line(String start) {
    return message
        .lines()
        .filter(line -> line.startsWith(" - " + start))
        .reduce("", (a, b) -> a + b + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Prompt promptUndecided (|add @RequiresScope",
        "Prompt twice is declared twice|WrongDeclarations.promptTwice2",
        "Prompt no spaces (|1 to 64 of",
        "Prompt promptScoped (|RFC 6749",
        "Prompt promptResult (|n: its default value",
        "Prompt promptResult (|list: java.util.List<java.lang.String> can't be read from text",
        "Prompt promptResult (|List<PromptMessage>",
        "Prompt promptStatic (|neither private nor static",
        "Resource test://twice is declared twice|WrongDeclarations.resourceTwice2",
        "Resource resourceWrong (|starts with a scheme",
        "Resource resourceWrong (|a resource has no arguments",
        "Resource resourceWrong (|return a String, byte[]",
        "Resource resourceUndecided (|add @RequiresScope",
        "Resource template test://a/{} is declared twice|WrongDeclarations.templateTwice2",
        "Resource template named (|has the name of",
        "Resource template templateUnparsable (|knows only variables as {name}",
        "Resource template templateVariables (|the variable {id} has no parameter",
        "Resource template templateVariables (|the parameter key has no variable",
        "Completion completeUnknown (|no such prompt",
        "Completion completeOther (|no such prompt or resource template",
        "Completion completeWrong (|return a List<String>",
        "Completion completeWrong (|b: must be a String",
        "Completion completeWrong (|b: is no argument of Prompt fine",
        "Completion completeWrong (|@CompleteArg",
        "Completion a of fine is declared twice|WrongDeclarations.completeTwice2",
        "Tool decidedTwice (|.WrongDeclarations.decidedTwice): keep @RequiresScope or @NoScopeRequired",
        "Tool overloaded is declared twice|WrongDeclarations.overloaded(int) and ",
        "Tool overloaded is declared twice|WrongDeclarations.overloaded(String, List)",
        "Tool schemaWrong (|at its root",
        "Tool schemaArguments (|the only argument is one JsonObject"
      })
  void everything_that_is_wrong_is_told_in_one_message(String start, String problem) {
    assertThat(line(start)).as(message).contains(problem);
  }

  @Test
  void the_server_repeats_the_first_problem_and_their_number_in_one_line() {
    long problems = message.lines().filter(line -> line.startsWith(" - ")).count();
    assertThat(refusal)
        .isInstanceOf(DeploymentException.class)
        .hasMessageStartingWith("Gatehouse can't start: scalekit.environment.url")
        .hasMessageEndingWith("(" + problems + " problems; the log has them all)");
    assertThat(refusal.getMessage()).doesNotContain("\n");
  }

  @Test
  void what_others_register_is_not_registered_for_a_deployment_that_is_refused() {
    assertThat(LateComer.seen).isFalse();
  }

  @ApplicationScoped
  static class NoTools {}

  @ApplicationScoped
  static class Dotted {
    @NoScopeRequired
    @Tool(name = "notes.list", description = "Lists")
    String list() {
      return "";
    }
  }

  /** What a deployment that starts warns of. */
  private static List<String> warnings(Class<?> bean, Map<String, String> more) {
    Map<String, String> set = new HashMap<>(more);
    set.put("scalekit.environment.url", "https://acme.scalekit.com");
    set.put("scalekit.resource.id", "res_123456789012345678");
    set.put("mcp.url", "https://mcp.acme.com/mcp");
    set.forEach(System::setProperty);
    try (LogLines lines = new LogLines();
        var container =
            new Weld()
                .disableDiscovery()
                .addBeanClasses(bean)
                .addExtensions(
                    new DeploymentCheck(),
                    new CompletionExtension(),
                    new ResourceExtension(),
                    new PromptExtension(),
                    new ToolExtension())
                .initialize()) {
      assertThat(container.isRunning()).isTrue();
      return lines.of(Level.WARNING).lines().toList();
    } finally {
      set.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void names_that_mean_nothing_are_one_warning_of_a_deployment_that_starts() {
    assertThat(
            warnings(NoTools.class, Map.of("mcp.quota.call.caller", "5", "mcp.red.only", "true")))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("Settings that do nothing:"),
            line -> assertThat(line).contains(" - mcp.quota.call.caller in ", "mcp.quota.calls"),
            line -> assertThat(line).contains(" - mcp.red.only in ", "mcp.read.only"));
  }

  @Test
  void names_that_some_clients_cant_take_are_one_warning_too() {
    assertThat(warnings(Dotted.class, Map.of("mcp.server.name", "s".repeat(51))))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("What some clients can't take:"),
            line -> assertThat(line).startsWith(" - Tool notes.list").contains("no dot"),
            line -> assertThat(line).startsWith(" - Tool notes.list").contains("60 characters"));
  }

  @Test
  void what_is_right_is_not_blamed() {
    assertThat(line("Prompt fine")).isEmpty();
    assertThat(line("Completion completeTwice1")).isEmpty();
  }
}
