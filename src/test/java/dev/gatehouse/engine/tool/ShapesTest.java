package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.gatehouse.support.tools.ShapeTools;
import dev.gatehouse.tool.ToolResult;
import jakarta.json.JsonObject;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
  private static ToolContainer tools;

  @BeforeAll
  static void start() {
    tools = new ToolContainer(ShapeTools.class);
  }

  @AfterAll
  static void stop() {
    tools.close();
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
    ToolResult result = tools.call(name, "{}");
    assertThat(ToolContainer.text(result)).isEqualTo(ShapeTools.SENT.get(name));
    assertThat(result.isError()).isFalse();
    assertFits(tools.tool(name), result);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_cannot_be_sent_is_an_error_that_names_the_member(String name) {
    ToolResult result = tools.call(name, "{}");
    assertThat(result.isError()).isTrue();
    assertThat(ToolContainer.text(result)).contains(ShapeTools.REFUSED.get(name));
  }

  @Test
  void the_alternatives_of_a_sealed_type_are_told_apart() {
    JsonObject items = tools.tool("shapes").result().schema().orElseThrow().getJsonObject("items");
    assertThat(items.getJsonArray("oneOf")).hasSize(3);
    JsonObject tree = tools.tool("tree").result().schema().orElseThrow();
    assertThat(tree.getString("type")).isEqualTo("object");
    assertThat(tree.getJsonArray("oneOf")).hasSize(2);
    assertThat(tools.tool("tree").result().isObject()).isTrue();
  }

  @Test
  void a_generic_superclass_is_resolved_against_the_bean() {
    JsonObject item = tools.tool("echo").arguments().schema().getJsonObject("properties");
    assertThat(item.getJsonObject("value").getJsonObject("properties"))
        .containsOnlyKeys("name", "count");
    ToolResult once = tools.call("echo", "{'value':{'name':'a','count':1}}");
    assertThat(ToolContainer.text(once)).isEqualTo("{\"count\":1,\"name\":\"a\"}");
    assertThat(once.structured()).isPresent();
    assertFits(tools.tool("echo"), once);
    ToolResult twice = tools.call("twice", "{'value':{'name':'a','count':1}}");
    assertThat(ToolContainer.text(twice)).startsWith("[{").contains("},{");
    assertFits(tools.tool("twice"), twice);
  }

  @Test
  void an_enum_is_taken_as_it_is_sent() {
    assertThat(
            ToolContainer.text(
                tools.call(
                    "paint",
                    "{'colour':'" + ToolContainer.text(tools.call("colour", "{}")) + "'}")))
        .isEqualTo("RED");
  }

  @Test
  void what_is_promised_is_required() {
    JsonObject schema = tools.tool("promised").result().schema().orElseThrow();
    assertThat(schema.getJsonArray("required")).hasToString("[\"name\"]");
  }
}
