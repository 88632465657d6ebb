package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gatehouse.content.TextContent;
import dev.gatehouse.engine.interaction.Exchange;
import dev.gatehouse.support.tools.ShapeTools;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Set;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
  private static WeldContainer container;
  private static ToolRegistry tools;

  @BeforeAll
  static void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(ToolRegistry.class, ResultWriter.class, ShapeTools.class)
            .addExtensions(new ToolExtension())
            .initialize();
    assertThat(container.select(ToolExtension.class).get().problems()).isEmpty();
    tools = container.select(ToolRegistry.class).get();
  }

  @AfterAll
  static void stop() {
    container.close();
  }

  private static ToolDefinition tool(String name) {
    return tools.find(name).orElseThrow();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static ToolResult call(String name, String arguments) {
    return tools.call(tool(name), json(arguments), Exchange.none());
  }

  private static String text(ToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }

  private static Set<String> sent() {
    return ShapeTools.SENT.keySet();
  }

  private static Set<String> refused() {
    return ShapeTools.REFUSED.keySet();
  }

  private static void assertFits(ToolDefinition tool, ToolResult result) {
    tool.result()
        .schema()
        .ifPresent(
            schema ->
                assertThat(
                        JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(schema.toString())
                            .validate(
                                result.structured().orElseThrow().toString(),
                                InputFormat.JSON,
                                context ->
                                    context.getExecutionConfig().setFormatAssertionsEnabled(true)))
                    .as("%s against %s", result.structured(), schema)
                    .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("sent")
  void what_is_sent_is_what_the_schema_says(String name) {
    ToolResult result = call(name, "{}");
    assertThat(text(result)).isEqualTo(ShapeTools.SENT.get(name));
    assertThat(result.isError()).isFalse();
    assertFits(tool(name), result);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_cannot_be_sent_is_an_error_that_names_the_member(String name) {
    ToolResult result = call(name, "{}");
    assertThat(result.isError()).isTrue();
    assertThat(text(result)).contains(ShapeTools.REFUSED.get(name));
  }

  @Test
  void the_alternatives_of_a_sealed_type_are_told_apart() {
    JsonObject items = tool("shapes").result().schema().orElseThrow().getJsonObject("items");
    assertThat(items.getJsonArray("oneOf")).hasSize(3);
    JsonObject tree = tool("tree").result().schema().orElseThrow();
    assertThat(tree.getString("type")).isEqualTo("object");
    assertThat(tree.getJsonArray("oneOf")).hasSize(2);
    assertThat(tool("tree").result().isObject()).isTrue();
  }

  @Test
  void a_generic_superclass_is_resolved_against_the_bean() {
    JsonObject item = tool("echo").arguments().schema().getJsonObject("properties");
    assertThat(item.getJsonObject("value").getJsonObject("properties"))
        .containsOnlyKeys("name", "count");
    ToolResult once = call("echo", "{'value':{'name':'a','count':1}}");
    assertThat(text(once)).isEqualTo("{\"count\":1,\"name\":\"a\"}");
    assertThat(once.structured()).isPresent();
    assertFits(tool("echo"), once);
    ToolResult twice = call("twice", "{'value':{'name':'a','count':1}}");
    assertThat(text(twice)).startsWith("[{").contains("},{");
    assertFits(tool("twice"), twice);
  }

  @Test
  void an_enum_is_taken_as_it_is_sent() {
    assertThat(text(call("paint", "{'colour':'" + text(call("colour", "{}")) + "'}")))
        .isEqualTo("RED");
  }

  @Test
  void what_is_promised_is_required() {
    JsonObject schema = tool("promised").result().schema().orElseThrow();
    assertThat(schema.getJsonArray("required")).hasToString("[\"name\"]");
  }
}
