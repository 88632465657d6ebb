package dev.gatehouse.engine.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.Settings;
import dev.gatehouse.tool.Tool;
import dev.gatehouse.tool.ToolResult;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only a call shows of its arguments. */
class CallArgumentsTest {
  @ApplicationScoped
  public static class Tools {
    @Tool(description = "d")
    String named(@Pattern(regexp = "(?!admin)[a-z]+") String name) {
      return name;
    }

    @Tool(description = "d")
    int next(int value) {
      return value + 1;
    }
  }

  public static class Lenient {
    @Produces
    @Singleton
    Settings settings() {
      return CallArgumentsTest.settings("true");
    }
  }

  public static class Strict {
    @Produces
    @Singleton
    Settings settings() {
      return CallArgumentsTest.settings("false");
    }
  }

  private static Settings settings(String lenient) {
    Map<String, String> set =
        Map.of(
            "scalekit.environment.url", "https://acme.scalekit.com",
            "scalekit.resource.id", "res_1",
            "mcp.url", "https://mcp.acme.com/mcp",
            "mcp.arguments.lenient", lenient);
    return Settings.load(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(set, "test", 300))
            .build());
  }

  @Test
  void a_pattern_that_clients_are_not_shown_is_checked() {
    try (ToolContainer tools = new ToolContainer(Tools.class)) {
      assertThat(tools.tool("named").arguments().schema().getJsonObject("properties").get("name"))
          .hasToString("{\"type\":\"string\"}");
      assertThat(tools.call("named", "{'name':'ada'}")).isEqualTo(ToolResult.text("ada"));
      ToolResult refused = tools.call("named", "{'name':'administrator'}");
      assertThat(refused.isError()).isTrue();
      assertThat(ToolContainer.text(refused)).startsWith("name: ");
    }
  }

  @Test
  void the_setting_makes_calls_lenient() {
    try (ToolContainer tools = new ToolContainer(Tools.class, Lenient.class)) {
      assertThat(tools.call("next", "{'value':'5'}")).isEqualTo(ToolResult.text("6"));
      assertThat(tools.call("next", "{'value':5}")).isEqualTo(ToolResult.text("6"));
    }
  }

  private static void assertStrict(Class<?>... beans) {
    try (ToolContainer tools = new ToolContainer(beans)) {
      ToolResult refused = tools.call("next", "{'value':'5'}");
      assertThat(refused.isError()).isTrue();
      assertThat(ToolContainer.text(refused)).contains("Send 5 without quotation marks");
    }
  }

  @Test
  void without_it_they_are_strict() {
    assertStrict(Tools.class);
    assertStrict(Tools.class, Strict.class);
  }
}
