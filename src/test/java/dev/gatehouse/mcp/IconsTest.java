package dev.gatehouse.mcp;

import static dev.gatehouse.mcp.McpConversation.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.prompt.Prompt;
import dev.gatehouse.resource.Resource;
import dev.gatehouse.resource.ResourceTemplate;
import dev.gatehouse.security.NoScopeRequired;
import dev.gatehouse.tool.Icon;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Icons reach clients of either era. */
class IconsTest {
  @ApplicationScoped
  public static class Pictures {
    @NoScopeRequired
    @Icon(src = "https://acme.com/tool.png")
    @Tool(description = "d")
    String tool() {
      return "";
    }

    @NoScopeRequired
    @Icon(src = "https://acme.com/prompt.png")
    @Prompt(description = "d")
    String prompt() {
      return "";
    }

    @NoScopeRequired
    @Icon(src = "https://acme.com/resource.png")
    @Resource(uri = "a://b")
    String resource() {
      return "";
    }

    @NoScopeRequired
    @Icon(src = "https://acme.com/template.png")
    @ResourceTemplate(uriTemplate = "a://{id}")
    String template(String id) {
      return id;
    }
  }

  private static McpConversation mcp;

  @BeforeAll
  static void start() throws Exception {
    mcp = new McpConversation(Pictures.class);
  }

  @AfterAll
  static void stop() {
    mcp.close();
  }

  private static JsonObject result(String method, String params, Map<String, String> headers)
      throws Exception {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"" + method + "\",\"params\":" + params + "}";
    return object(mcp.send(request, headers)).getJsonObject("result");
  }

  private static JsonObject modern(String method) throws Exception {
    String params =
        """
        {"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":{}}}""";
    return result(
        method, params, Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", method));
  }

  private static JsonObject legacy(String method) throws Exception {
    return result(
        method,
        "{}",
        Map.of("MCP-Protocol-Version", "2025-11-25", "Mcp-Session-Id", mcp.session("2025-11-25")));
  }

  private static String icons(String name) {
    return "[{\"src\":\"https://acme.com/" + name + ".png\"}]";
  }

  @ParameterizedTest
  @CsvSource({
    "tools/list,tools,tool",
    "prompts/list,prompts,prompt",
    "resources/list,resources,resource",
    "resources/templates/list,resourceTemplates,template"
  })
  void each_list_shows_them(String method, String list, String name) throws Exception {
    for (JsonObject result : new JsonObject[] {modern(method), legacy(method)}) {
      assertThat(result.getJsonArray(list))
          .singleElement()
          .satisfies(
              entry -> assertThat(entry.asJsonObject().get("icons")).hasToString(icons(name)));
    }
  }

  @Test
  void so_does_the_server_when_it_tells_who_it_is() throws Exception {
    assertThat(
            modern("server/discover")
                .getJsonObject("_meta")
                .getJsonObject("io.modelcontextprotocol/serverInfo")
                .get("icons"))
        .hasToString(icons("server"));
    JsonObject initialized =
        result(
            "initialize",
            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{}}",
            Map.of());
    assertThat(initialized.getJsonObject("serverInfo").get("icons")).hasToString(icons("server"));
  }
}
