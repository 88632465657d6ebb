package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.completion.CompleteArg;
import dev.gatehouse.completion.CompletePrompt;
import dev.gatehouse.completion.CompleteResourceTemplate;
import dev.gatehouse.content.BlobResourceContents;
import dev.gatehouse.interaction.ElicitationResponse;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.interaction.LogLevel;
import dev.gatehouse.interaction.McpLog;
import dev.gatehouse.interaction.Progress;
import dev.gatehouse.interaction.SamplingRequest;
import dev.gatehouse.interaction.UrlElicitation;
import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.prompt.PromptArg;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.security.RequiresScope;
import dev.gatehouse.tool.TaskSupport;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolFailure;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatehouseTest {
  @RegisterExtension
  static final Gatehouse gatehouse =
      Gatehouse.with(OrderTools.class, Warehouse.class, RequestNote.class)
          .and(EmptyWarehouse.class)
          .setting("shop.name", "Acme")
          .setting("mcp.scopes.implied.order:admin", "order:write");

  private static final Set<Integer> NOT_FOUND = new TreeSet<>();

  @Inject OrderTools tools;

  @AfterAll
  static void the_eras_differ_in_one_code() {
    assertThat(NOT_FOUND).containsExactly(-32602, -32002);
  }

  public record Order(String id, int pieces) {}

  public record Amount(@Max(9) int count) {}

  public record Nothing() {}

  /** As it is in production. */
  @Stateless
  public static class Warehouse {
    int stock() {
      throw new IllegalStateException("far away");
    }
  }

  /** In its place. */
  @Alternative
  @ApplicationScoped
  public static class EmptyWarehouse extends Warehouse {
    @Override
    int stock() {
      return 3;
    }
  }

  /** Lives as long as a request. */
  @RequestScoped
  public static class RequestNote {
    private String text = "new";

    String swap(String other) {
      String before = text;
      text = other;
      return before;
    }
  }

  /** What is tested. */
  @ApplicationScoped
  public static class OrderTools {
    @EJB Warehouse warehouse;
    @Inject RequestNote note;
    @Inject Caller caller;

    @Inject
    @ConfigProperty(name = "shop.name")
    String shop;

    @RequiresScope("order:read")
    @Tool(name = "find_order", description = "Finds an order")
    Order find(@NotBlank String id) {
      if (id.equals("0")) {
        throw new ToolFailure("There is no order 0");
      }
      return new Order(id, 2);
    }

    @RequiresScope({"order:read", "order:write"})
    @Tool(name = "cancel_order", description = "Cancels an order")
    String cancel(String id, Input input) {
      ElicitationResponse<Nothing> sure = input.elicit("sure", "Cancel " + id + "?", Nothing.class);
      return sure.isAccepted() ? "Cancelled" : "Kept: " + sure.action();
    }

    @NoScopeRequired
    @Tool(description = "All orders")
    List<Order> orders(Progress progress, McpLog log) {
      progress.report(1, 2, "half");
      log.debug("counting");
      progress.report(2, 2);
      return List.of(new Order("1", 1), new Order("2", 2));
    }

    @NoScopeRequired
    @Tool(description = "Counts in the background", task = TaskSupport.REQUIRED)
    String count(Input input) {
      Amount amount = input.elicit("count", "How many?", Amount.class).content().orElseThrow();
      if (amount.count() == 0) {
        throw new IllegalStateException("on purpose");
      }
      return "Counted " + amount.count() + " for " + caller.subject();
    }

    @NoScopeRequired
    @Tool(description = "Asks for much")
    String interview(Input input, McpLog log) {
      log.info("begun");
      int count =
          input.elicit("count", "How many?", Amount.class).content().map(Amount::count).orElse(0);
      String said = input.sample("say", SamplingRequest.of(9, "Say a word")).text();
      return count + " " + said + " " + input.listRoots("roots").roots().get(0).uri();
    }

    @NoScopeRequired
    @Tool(description = "Sends the user to a page")
    String visit(Input input) {
      URI page = URI.create("https://acme.example/pay");
      var answer = input.elicit("pay", new UrlElicitation("Pay, please", page, "e-1"));
      return answer.isAccepted() ? "Went there" : "Stayed";
    }

    @NoScopeRequired
    @Tool(description = "Who and where")
    String about(@ToolArg(header = "Region", required = false) Optional<String> region) {
      return String.join(
          " ",
          caller.subject(),
          caller.organization().orElse("alone"),
          region.orElse("nowhere"),
          shop,
          warehouse.stock() + "",
          note.swap("old"));
    }

    @NoScopeRequired
    @Tool(description = "Finds out late")
    String late(Progress progress) {
      progress.report(1);
      caller.requireScope("order:late");
      return "in time";
    }

    @NoScopeRequired
    @Tool(description = "Breaks")
    String crash() {
      throw new IllegalStateException("secret");
    }

    @NoScopeRequired
    @Resource(uri = "order://today", name = "today", mimeType = "text/plain")
    String today() {
      return "3 orders";
    }

    @RequiresScope("order:read")
    @ResourceTemplate(uriTemplate = "order://{id}/label", name = "label")
    BlobResourceContents label(String id) {
      return new BlobResourceContents("order://" + id + "/label", "image/png", id.getBytes());
    }

    @CompleteResourceTemplate("label")
    @RequiresScope("order:read")
    List<String> ids(@CompleteArg String id) {
      return List.of(id + "0", id + "1");
    }

    @NoScopeRequired
    @Prompt(description = "Summary")
    String summary(@PromptArg(description = "of what") @NotBlank String topic, String tone) {
      return "Summarize " + topic + " in a " + tone + " tone";
    }

    @NoScopeRequired
    @CompletePrompt("summary")
    List<String> tones(@CompleteArg String tone) {
      return List.of(tone + "mal");
    }
  }

  @InBothEras
  void a_result_is_text_and_an_object() {
    Outcome found = gatehouse.as("ann", "order:read").call("find_order", Map.of("id", "7"));
    assertThat(found.structured(Order.class)).isEqualTo(new Order("7", 2));
    assertThat(found.text()).isEqualTo("{\"id\":\"7\",\"pieces\":2}");
  }

  @InBothEras
  void a_list_is_read_in_every_revision() {
    assertThat(gatehouse.as("ann").call("orders").structuredList(Order.class))
        .containsExactly(new Order("1", 1), new Order("2", 2));
  }

  @InBothEras
  void a_caller_sees_what_the_scopes_allow_and_is_refused_the_rest() {
    McpClient reader = gatehouse.as("ann", "order:read");
    assertThat(reader.tools()).contains("find_order").doesNotContain("cancel_order");
    assertThat(reader.tool("find_order").getString("description")).isEqualTo("Finds an order");
    assertThatThrownBy(() -> reader.tool("cancel_order")).isInstanceOf(AssertionError.class);
    Outcome refused = reader.call("cancel_order", Map.of("id", "7"));
    refused.isRefusedFor("order:write", "order:read");
    assertThatThrownBy(refused::text)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("needs the scopes [order:read, order:write]");
    assertThatThrownBy(() -> refused.isRefusedFor("order:write"))
        .isInstanceOf(AssertionError.class);
    reader.read("order://7/label");
    gatehouse.as("bob").read("order://7/label").isRefusedFor("order:read");
  }

  @InBothEras
  void a_scope_may_imply_another_as_the_settings_say() {
    McpClient admin = gatehouse.as("ann", "order:read", "order:admin").declines();
    assertThat(admin.call("cancel_order", Map.of("id", "7")).text()).isEqualTo("Kept: DECLINE");
  }

  @InBothEras
  void a_scope_that_the_tool_asks_for_itself_is_told_too() {
    gatehouse.as("ann").call("late").isRefusedFor("order:late");
    assertThat(gatehouse.as("ann", "order:late").call("late").text()).isEqualTo("in time");
  }

  @InBothEras
  void a_wrong_argument_is_named_and_a_no_is_told() {
    McpClient reader = gatehouse.as("ann", "order:read");
    reader.call("find_order", Map.of("id", " ")).rejects("id");
    reader.call("find_order").rejects("id");
    Outcome no = reader.call("find_order", Map.of("id", "0"));
    assertThat(no.failure()).isEqualTo("There is no order 0");
    assertThatThrownBy(no::structured).hasMessageContaining("There is no order 0");
    assertThatThrownBy(() -> no.rejects("id")).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> reader.call("find_order", Map.of("id", "1")).failure())
        .isInstanceOf(AssertionError.class);
  }

  @InBothEras
  void a_task_is_followed_to_its_end_and_answered() {
    McpClient ann = gatehouse.as("ann");
    assertThat(ann.accepts(new Amount(3)).call("count").text()).isEqualTo("Counted 3 for ann");
    assertThat(ann.accepts(new Amount(0)).call("count").error().code()).isEqualTo(-32603);
  }

  @InBothEras
  void an_error_of_the_protocol_is_no_result() {
    NOT_FOUND.add(gatehouse.as("ann").read("order://unknown").error().code());
    assertThat(gatehouse.as("ann").call("crash").error().code()).isEqualTo(-32603);
    assertThat(gatehouse.as("ann").call("unknown").error())
        .isEqualTo(new ProtocolError(-32602, "Unknown tool: unknown"));
    assertThat(
            gatehouse.as("ann").get("summary", Map.of("topic", "", "tone", "")).error().message())
        .startsWith("topic:");
  }

  @InBothEras
  void answers_come_in_the_order_of_the_script_and_what_does_not_fit_is_asked_again() {
    Outcome told =
        gatehouse
            .as("ann")
            .accepts(new Amount(10))
            .accepts(Map.of("count", 3))
            .samples("word")
            .roots("file:///work")
            .call("interview");
    assertThat(told.text()).isEqualTo("3 word file:///work");
    assertThat(told.questions())
        .hasSize(4)
        .startsWith("How many?", "How many?")
        .endsWith("roots/list");
    assertThat(told.logs())
        .extracting(line -> ((JsonString) line.data()).getString())
        .containsExactly("begun");
  }

  @InBothEras
  void a_question_without_an_answer_and_an_answer_without_a_question_fail_the_test() {
    McpClient ann = gatehouse.as("ann", "order:read", "order:write");
    assertThatThrownBy(() -> ann.accepts(new Amount(33)).call("interview"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[How many?]");
    assertThatThrownBy(() -> ann.accepts().accepts().call("cancel_order", Map.of("id", "7")).text())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Nobody asked");
  }

  @InBothEras
  void a_client_that_has_no_answers_can_not_be_asked() {
    McpClient ann = gatehouse.as("ann", "order:read", "order:write");
    assertThat(ann.call("cancel_order", Map.of("id", "7")).error().code()).isNegative();
    assertThat(ann.cancels().call("cancel_order", Map.of("id", "7")).text())
        .isEqualTo("Kept: CANCEL");
    assertThat(ann.accepts(new Nothing()).call("cancel_order", Map.of("id", "7")).text())
        .isEqualTo("Cancelled");
  }

  @InBothEras
  void a_page_is_opened_or_not() {
    assertThat(gatehouse.as("ann").accepts().call("visit").text()).isEqualTo("Went there");
    assertThat(gatehouse.as("ann").declines().call("visit").questions())
        .containsExactly("Pay, please");
  }

  @InBothEras
  void progress_and_logs_are_collected() {
    Outcome told = gatehouse.as("ann").call("orders");
    assertThat(told.progress())
        .containsExactly(
            new ProgressReport(1, OptionalDouble.of(2), Optional.of("half")),
            new ProgressReport(2, OptionalDouble.of(2), Optional.empty()));
    assertThat(told.logs()).extracting(LogLine::level).containsExactly(LogLevel.DEBUG);
  }

  @InBothEras
  void resources_prompts_and_completions_are_there_too() {
    McpClient ann = gatehouse.as("ann", "order:read");
    assertThat(ann.resources()).containsExactly("order://today");
    assertThat(ann.resourceTemplates()).containsExactly("order://{id}/label");
    assertThat(ann.prompts()).containsExactly("summary");
    assertThat(ann.read("order://today").text()).isEqualTo("3 orders");
    assertThat(ann.read("order://%C3%A47/label").bytes()).isEqualTo("ä7".getBytes());
    assertThat(ann.get("summary", Map.of("topic", "sales", "tone", "dry")).text())
        .isEqualTo("Summarize sales in a dry tone");
    assertThat(ann.complete("summary", "tone", "for").values()).containsExactly("formal");
    assertThat(ann.complete("order://{id}/label", "id", "4").values()).containsExactly("40", "41");
    assertThatThrownBy(() -> ann.read("order://today").values()).isInstanceOf(AssertionError.class);
  }

  @InBothEras
  void a_call_is_made_with_its_caller_its_headers_its_settings_and_a_request_of_its_own() {
    McpClient ann = gatehouse.as("ann").claiming("org_id", "acme");
    assertThat(ann.call("about", Map.of("region", "Süd")).text())
        .isEqualTo("ann acme Süd Acme 3 new");
    assertThat(gatehouse.as("bob").call("about").text()).isEqualTo("bob alone nowhere Acme 3 new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26"})
  void every_revision_is_spoken(String revision) {
    assertThat(
            gatehouse
                .as("ann", "order:read")
                .speaking(revision)
                .call("find_order", Map.of("id", "7"))
                .structured(Order.class))
        .isEqualTo(new Order("7", 2));
  }

  @Test
  void a_test_of_its_own_gets_beans_injected() {
    assertThat(tools.today()).isEqualTo(gatehouse.bean(OrderTools.class).today());
    assertThatThrownBy(() -> tools.find("7")).hasMessageContaining("order:read");
  }

  /** Nobody decided on its scope. */
  public static class Undecided {
    @Tool(description = "Undecided")
    String undecided() {
      return "";
    }
  }

  @Test
  void what_a_server_refuses_is_refused() {
    assertThatThrownBy(() -> Gatehouse.with(Undecided.class).start().close())
        .hasStackTraceContaining("add @RequiresScope, or @NoScopeRequired");
    assertThatThrownBy(() -> Gatehouse.with().setting("mcp.url", "nonsense").start().close())
        .hasStackTraceContaining("mcp.url");
  }

  @Test
  void what_is_not_deployed_says_so() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Gatehouse.with(OrderTools.class).as("ann"))
        .withMessageContaining("@RegisterExtension");
  }

  @Test
  void quotas_and_switches_hold_as_the_settings_say() {
    try (Gatehouse off =
        Gatehouse.with(OrderTools.class, EmptyWarehouse.class, RequestNote.class)
            .setting("shop.name", "Off")
            .setting("mcp.disabled.tools", "about")
            .start()) {
      assertThat(off.as("ann").tools()).doesNotContain("about");
      assertThat(off.as("ann").call("about").error().code()).isEqualTo(503);
    }
    assertThat(gatehouse.as("ann").tools()).contains("about");
  }

  /** Of the same deployment. */
  @Nested
  class Nestled {
    @Inject OrderTools same;

    @Test
    void a_nested_test_is_of_the_same_deployment() {
      assertThat(same.today()).isEqualTo(gatehouse.as("ann").read("order://today").text());
    }
  }
}
