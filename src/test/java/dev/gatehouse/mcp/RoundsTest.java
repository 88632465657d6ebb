package dev.gatehouse.mcp;

import static dev.gatehouse.mcp.McpConversation.errorCode;
import static dev.gatehouse.mcp.McpConversation.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.interaction.Cancellation;
import dev.gatehouse.interaction.Input;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.tool.Tool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How calls in rounds end when nobody can or will answer. */
class RoundsTest {
  private static McpConversation mcp;

  /** A form. */
  public record Name(String name) {}

  /** Asks for a name. */
  @ApplicationScoped
  public static class Asking {
    @Tool(description = "Asks")
    String ask(Input input) {
      return input.elicit("name", "Who?", Name.class).toString();
    }

    @Tool(description = "Asks, and can be cancelled")
    String watch(Input input, Cancellation cancellation) {
      return ask(input) + cancellation.isRequested();
    }
  }

  @BeforeAll
  static void start() throws Exception {
    mcp = new McpConversation(Asking.class);
  }

  @AfterAll
  static void stop() {
    mcp.close();
  }

  private static String request(String tool, String capabilities, String more) {
    return ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",%s"
            + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":%s}}}")
        .formatted(tool, more, capabilities);
  }

  private static Map<String, String> headers(String tool) {
    return Map.of(
        "MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call", "Mcp-Name", tool);
  }

  @Test
  void after_too_many_rounds_the_client_is_told_so() throws Exception {
    String more = "";
    JsonObject answer = JsonObject.EMPTY_JSON_OBJECT;
    for (int round = 1; round <= Input.MAX_ROUNDS + 1; round++) {
      String body = request("ask", "{\"elicitation\":{}}", more);
      answer = object(mcp.send(body, headers("ask")));
      if (round <= Input.MAX_ROUNDS) {
        String state = answer.getJsonObject("result").getString("requestState");
        more = "\"requestState\":\"" + state + "\",";
      }
    }
    assertThat(answer.getJsonObject("error").getString("message"))
        .isEqualTo("There was no usable answer in 16 rounds");
  }

  @Test
  void a_client_that_lacks_a_capability_is_told_so_with_400_though_it_takes_streams()
      throws Exception {
    McpResponse response = mcp.sendFollowing(request("watch", "{}", ""), headers("watch"));
    assertThat(response).isInstanceOf(McpResponse.Immediate.class);
    McpResponse.Immediate refused = (McpResponse.Immediate) response;
    assertThat(refused.status()).isEqualTo(400);
    assertThat(errorCode(refused)).isEqualTo(-32021);
  }

  @Test
  void a_round_that_was_refused_for_now_is_taken_later_and_only_once() throws Exception {
    Semaphore quota = new Semaphore(1);
    try (McpConversation once =
        new McpConversation(Nodes.none(), Map.of("mcp.state.single.use", "true"), Asking.class)) {
      once.watchedBy(McpConversation.Watch.within(quota));
      String first = request("ask", "{\"elicitation\":{}}", "");
      JsonObject asked = object(once.send(first, headers("ask"))).getJsonObject("result");
      String answered =
          request(
              "ask",
              "{\"elicitation\":{}}",
              "\"inputResponses\":{\"name\":{\"action\":\"accept\",\"content\":{\"name\":\"Ann\"}}},"
                  + "\"requestState\":"
                  + asked.get("requestState")
                  + ",");
      assertThat(once.send(answered, headers("ask")).status()).isEqualTo(429);
      quota.release(2);
      assertThat(object(once.send(answered, headers("ask"))).toString())
          .contains("\"isError\":false", "Ann");
      assertThat(errorCode(once.send(answered, headers("ask")))).isEqualTo(-32602);
    }
  }
}
