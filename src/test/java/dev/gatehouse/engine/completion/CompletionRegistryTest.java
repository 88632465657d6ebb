package dev.gatehouse.engine.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.completion.CompletionResult;
import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.engine.prompt.PromptExtension;
import dev.gatehouse.engine.resource.ResourceExtension;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompletionRegistryTest {
  private static WeldContainer container;
  private static CompletionRegistry completions;

  @BeforeAll
  static void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(CompletionRegistry.class, FixtureCompletions.class)
            .addExtensions(
                new PromptExtension(), new ResourceExtension(), new CompletionExtension())
            .initialize();
    completions = container.select(CompletionRegistry.class).get();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private static CompletionResult complete(String argument, String typed, Map<String, String> known)
      throws Exception {
    CompletionDefinition completion = completions.findForPrompt("travel", argument).orElseThrow();
    return completions.complete(completion, typed, known, Exchange.none());
  }

  @Test
  void one_method_may_complete_an_argument_and_a_variable() throws Exception {
    assertThat(complete("country", "F", Map.of()).values()).containsExactly("France", "Finland");
    CompletionDefinition variable =
        completions.findForTemplate("file:///{country}/{name}", "country").orElseThrow();
    assertThat(completions.complete(variable, "S", Map.of(), Exchange.none()).values())
        .containsExactly("Spain");
  }

  @Test
  void known_arguments_are_given_by_name() throws Exception {
    assertThat(complete("city", "P", Map.of("country", "France", "other", "x")).values())
        .containsExactly("P in Optional[France] on ''");
    assertThat(complete("city", "P", Map.of("day", "5")).values())
        .containsExactly("P in Optional.empty on '5'");
  }

  @Test
  void what_is_typed_wins_over_what_is_known_under_its_name() throws Exception {
    assertThat(complete("city", "P", Map.of("city", "X")).values())
        .containsExactly("P in Optional.empty on ''");
  }

  @Test
  void a_hundred_values_are_told_and_how_many_there_are() throws Exception {
    CompletionResult days = complete("day", "", Map.of());
    assertThat(days.values()).hasSize(100).startsWith("1").endsWith("100");
    JsonObject json = days.toJson().build().getJsonObject("completion");
    assertThat(json.getJsonArray("values")).hasSize(100);
    assertThat(json.getInt("total")).isEqualTo(150);
    assertThat(json.getBoolean("hasMore")).isTrue();
    assertThat(CompletionResult.of(List.of("one")).hasMore()).isFalse();
    assertThat(CompletionResult.empty().toJson().build().toString())
        .isEqualTo("{\"completion\":{\"values\":[],\"total\":0,\"hasMore\":false}}");
  }

  @Test
  void a_result_that_cannot_be_is_not_made() {
    List<String> many = List.copyOf(Collections.nCopies(101, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> new CompletionResult(many, 101));
    assertThatIllegalArgumentException().isThrownBy(() -> new CompletionResult(List.of("x"), 0));
  }

  @Test
  void nothing_completes_what_nobody_declared() {
    assertThat(completions.findForPrompt("travel", "name")).isEmpty();
    assertThat(completions.findForPrompt("file:///{country}/{name}", "country")).isEmpty();
    assertThat(completions.findForTemplate("file", "country")).isEmpty();
    assertThat(completions.isEmpty()).isFalse();
  }

  @Test
  void it_stands_under_what_it_completes() {
    CompletionDefinition city = completions.findForPrompt("travel", "city").orElseThrow();
    assertThat(city.declaration().superior().orElseThrow().name()).isEqualTo("travel");
    assertThat(city.uses()).containsExactly(ContextParameter.LOG);
  }
}
