package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.tools.NestedConstraintTools;
import dev.gatehouse.tool.ToolResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a container that checks nothing itself. */
class TypeArgumentConstraintsTest {
  private static ToolContainer tools;

  @BeforeAll
  static void start() {
    tools = new ToolContainer(NestedConstraintTools.class);
  }

  @AfterAll
  static void stop() {
    tools.close();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "label; {'text':'abcdef'}; text: ",
        "label; {'text':' '}; text: ",
        "lines; {'lines':[{'text':'a'},{'text':''}]}; lines[1].text: "
      })
  void what_breaks_a_constraint_on_a_type_argument_is_refused(
      String tool, String arguments, String place) {
    ToolResult result = tools.call(tool, arguments);
    assertThat(result.isError()).isTrue();
    assertThat(result.toJson(true).build().toString()).contains("\"text\":\"" + place);
  }

  @Test
  void what_keeps_to_it_is_taken() {
    assertThat(tools.call("label", "{'text':'abc'}")).isEqualTo(ToolResult.text("abc"));
    assertThat(tools.call("lines", "{'lines':[{'text':'a'}]}")).isEqualTo(ToolResult.text("1"));
  }

  @Test
  void an_optional_that_is_absent_keeps_to_every_constraint_on_its_value() {
    assertThat(tools.call("label", "{}")).isEqualTo(ToolResult.text("none"));
    assertThat(tools.call("label", "{'text':null}")).isEqualTo(ToolResult.text("none"));
  }
}
