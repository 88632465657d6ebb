package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.bean.BeanMethod;
import dev.gatehouse.interaction.Task;
import dev.gatehouse.tool.Sensitive;
import dev.gatehouse.tool.TaskSupport;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolArg;
import dev.gatehouse.tool.ToolResult;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class ToolDefinitionTest {

  record Hidden(int value) {}

  public record Open(int value) {}

  static class Tools {
    @Tool(description = "Fine")
    Open fine(@ToolArg(description = "a number", defaultValue = "7") int number) {
      return new Open(number);
    }

    @Tool(description = "Only its package knows the result")
    Hidden hidden() {
      return new Hidden(1);
    }

    @Tool(name = "no spaces", description = " ")
    private String secret() {
      return "";
    }

    @Tool(description = "Everybody may call it")
    public String open() {
      return "";
    }

    @Tool(description = "Shapes its own result")
    ToolResult shaped() {
      return ToolResult.empty();
    }

    @Tool(description = "d")
    void begins(Task task) {}

    @Tool(description = "d", task = TaskSupport.OPTIONAL)
    void mayBegin(Task task) {}

    @Tool(description = "d")
    void exposed(@Sensitive @ToolArg(header = "Pin") String pin) {}
  }

  private final List<String> problems = new ArrayList<>();

  private boolean isUsable(String name) {
    return isUsable(name, false);
  }

  private boolean isUsable(String name, boolean isSession) {
    try (WeldContainer container =
        new Weld().disableDiscovery().addBeanClasses(Tools.class).initialize()) {
      BeanManager beans = container.getBeanManager();
      Bean<?> bean = beans.resolve(beans.getBeans(Tools.class));
      AnnotatedType<Tools> type = beans.createAnnotatedType(Tools.class);
      AnnotatedMethod<?> method =
          type.getMethods().stream()
              .filter(candidate -> candidate.getJavaMember().getName().equals(name))
              .findFirst()
              .orElseThrow();
      return ToolDefinition.of(new BeanMethod(bean, type, method, isSession), problems).isPresent();
    }
  }

  @Test
  void a_method_with_public_types_is_a_tool() {
    assertThat(isUsable("fine")).isTrue();
    assertThat(isUsable("shaped")).isTrue();
    assertThat(problems).isEmpty();
  }

  @Test
  void a_record_need_not_be_public_to_be_a_result() {
    assertThat(isUsable("hidden")).isTrue();
    assertThat(problems).isEmpty();
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

  @Test
  void what_says_where_it_becomes_a_task_must_say_that_it_may() {
    assertThat(isUsable("begins")).isFalse();
    assertThat(problems).singleElement().asString().contains("OPTIONAL or REQUIRED");
    assertThat(isUsable("mayBegin")).isTrue();
  }

  @Test
  void of_an_ejb_only_a_public_method_is_a_tool() {
    assertThat(isUsable("shaped", true)).isFalse();
    assertThat(problems).singleElement().asString().contains("make the method public");
    problems.clear();
    assertThat(isUsable("open", true)).isTrue();
  }
}
