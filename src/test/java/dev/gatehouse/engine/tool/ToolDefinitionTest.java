package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.tool.Sensitive;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolResult;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolDefinitionTest {

  record Hidden(int value) {}

  public record Open(int value) {}

  static class Tools {
    @Tool(description = "Fine")
    Open fine(@ToolArg(description = "a number", defaultValue = "7") int number) {
      return new Open(number);
    }

    @Tool(description = "Nobody can read the result")
    Hidden hidden() {
      return new Hidden(1);
    }

    @Tool(name = "no spaces", description = " ")
    private String secret() {
      return "";
    }

    @Tool(description = "Shapes its own result")
    ToolResult shaped() {
      return ToolResult.empty();
    }

    @Tool(description = "d")
    void exposed(@Sensitive @ToolArg(header = "Pin") String pin) {}
  }

  private final List<String> problems = new ArrayList<>();

  private boolean isUsable(String name) {
    Method method =
        Arrays.stream(Tools.class.getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return ToolDefinition.of(Tools.class, method, problems).isPresent();
  }

  @Test
  void a_method_with_public_types_is_a_tool() {
    assertThat(isUsable("fine")).isTrue();
    assertThat(isUsable("shaped")).isTrue();
    assertThat(problems).isEmpty();
  }

  @Test
  void a_record_that_json_b_cannot_read_is_no_result() {
    assertThat(isUsable("hidden")).isFalse();
    assertThat(problems).singleElement().asString().contains("Hidden public");
  }

  @Test
  void everything_that_is_wrong_with_one_tool_is_told_at_once() {
    assertThat(isUsable("secret")).isFalse();
    assertThat(problems).hasSize(3).allMatch(problem -> problem.startsWith("Tool no spaces ("));
  }

  @Test
  void what_is_sensitive_cant_be_mirrored_in_a_header() {
    assertThat(isUsable("exposed")).isFalse();
    assertThat(problems).singleElement().asString().contains("pin: ", "@Sensitive");
  }
}
