package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.engine.bean.ContextParameter;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import org.hibernate.validator.cdi.ValidationExtension;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolRegistryTest {
  private static final String IMAGE = "{'type':'image','data':'AQ==','mimeType':'image/png'}";

  private static WeldContainer container;
  private static ToolRegistry tools;

  @BeforeAll
  static void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(ToolRegistry.class, ResultWriter.class, FixtureMethods.class)
            .addExtensions(new ToolExtension(), new ValidationExtension())
            .initialize();
    tools = container.select(ToolRegistry.class).get();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static ToolDefinition tool(String name) {
    return tools.find(name).orElseThrow();
  }

  private static ToolResult result(String name, String arguments) {
    return tools.call(tool(name), json(arguments), Exchange.none());
  }

  private static JsonObject call(String name, String arguments) {
    return result(name, arguments).toJson(true).build();
  }

  @Test
  void content_is_sent_as_it_is() {
    assertThat(call("image", "{}")).isEqualTo(json("{'content':[" + IMAGE + "],'isError':false}"));
    assertThat(call("blocks", "{}"))
        .isEqualTo(
            json("{'content':[{'type':'text','text':'one'}," + IMAGE + "],'isError':false}"));
    assertThat(call("texts", "{}"))
        .isEqualTo(json("{'content':[{'type':'text','text':'one'}],'isError':false}"));
    assertThat(call("perhaps", "{'present':true}"))
        .isEqualTo(json("{'content':[{'type':'text','text':'here'}],'isError':false}"));
    assertThat(call("perhaps", "{'present':false}"))
        .isEqualTo(json("{'content':[],'isError':false}"));
    assertThat(call("failure", "{}"))
        .isEqualTo(
            json("{'content':[{'type':'text','text':'Look:'}," + IMAGE + "],'isError':true}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "blocks", "texts", "perhaps", "failure"})
  void content_has_no_output_schema(String name) {
    assertThat(tool(name).toJson(true)).doesNotContainKey("outputSchema");
    assertThat(tool(name).result().schema()).isEmpty();
  }

  @Test
  void values_stay_structured() {
    assertThat(call("size", "{}").get("structuredContent")).isEqualTo(json("{'bytes':7}"));
    assertThat(call("words", "{}").toString()).contains("\"structuredContent\":[\"one\"]");
    assertThat(tool("size").toJson(true)).containsKey("outputSchema");
  }

  @Test
  void parameters_that_reach_the_client_are_no_arguments() {
    assertThat(tool("reach").arguments().schema().getJsonObject("properties"))
        .containsOnlyKeys("a", "bee");
    assertThat(tool("reach").uses())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(ContextParameter.TASK)));
    assertThat(tool("image").uses()).isEmpty();
  }

  @Test
  void parameters_that_reach_the_client_are_filled_from_this_call() {
    Exchange exchange = Exchange.none();
    ToolResult result = tools.call(tool("reach"), json("{'a':1,'bee':2}"), exchange);
    assertThat(result).isEqualTo(ToolResult.text("1 2"));
    List<Object> filled = container.select(FixtureMethods.class).get().filled();
    assertThat(filled.subList(filled.size() - 4, filled.size()))
        .containsExactly(
            exchange.progress(), exchange.log(), exchange.input(), exchange.cancellation());
  }

  @Test
  void a_broken_constraint_is_told_under_the_arguments_own_name() {
    ToolResult result = result("reach", "{'a':10,'bee':10}");
    assertThat(result.isError()).isTrue();
    assertThat(result.toJson(true).build().toString())
        .containsPattern("a: [^\\\\]+\\\\nbee: ")
        .doesNotContain("arg");
  }

  @Test
  void a_schema_that_the_author_wrote_is_listed_unchanged_and_its_arguments_come_raw() {
    JsonObject schema = tool("written").toJson(true).getJsonObject("inputSchema");
    assertThat(schema)
        .isEqualTo(
            json(
                """
                {'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object',
                 '$defs':{'name':{'$anchor':'n','type':'string'}},
                 'allOf':[{'required':['x']}]}"""));
    assertThat(result("written", "{'y':[1]}")).isEqualTo(ToolResult.text("{\"y\":[1]}"));
  }

  @Test
  void what_is_no_answer_passes_through() {
    assertThatExceptionOfType(FixtureMethods.Denied.class).isThrownBy(() -> result("denied", "{}"));
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> result("checked", "{}"))
        .withMessageContaining("Tool checked")
        .withCauseInstanceOf(Exception.class);
  }
}
