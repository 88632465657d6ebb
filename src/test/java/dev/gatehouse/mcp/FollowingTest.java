package dev.gatehouse.mcp;

import static dev.gatehouse.mcp.McpConversation.errorCode;
import static dev.gatehouse.mcp.McpConversation.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.interaction.Input;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.resource.ResourceNotFoundException;
import dev.gatehouse.resource.ResourceTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller can't read, it can't follow either. */
class FollowingTest {
  private static final String MODERN =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}}}";
  private static McpConversation mcp;

  /** A form. */
  public record Reason(String reason) {}

  /** Whose owners are looked up by the method, as authors do it. */
  @ApplicationScoped
  public static class Notes {
    @ResourceTemplate(uriTemplate = "note://{owner}/{id}")
    String note(String owner, String id, Input input) {
      switch (owner) {
        case "ann":
          return "Hers";
        case "asking":
          return input.elicit("why", "Why?", Reason.class).toString();
        case "broken":
          throw new IllegalStateException("secret detail");
        default:
          throw new ResourceNotFoundException();
      }
    }
  }

  @BeforeAll
  static void start() throws Exception {
    mcp = new McpConversation(Notes.class);
  }

  @AfterAll
  static void stop() {
    mcp.close();
  }

  private static McpResponse.Immediate legacy(String method, String uri) throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{\"uri\":\"%s\"}}"
            .formatted(method, uri);
    return mcp.send(body, Map.of("Mcp-Session-Id", mcp.session("2025-11-25")));
  }

  private static JsonObject acknowledged(String... uris) throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\",\"params\":{%s,\"notifications\":{\"resourceSubscriptions\":[\"%s\"]}}}"
            .formatted(MODERN, String.join("\",\"", uris));
    McpResponse response =
        mcp.sendFollowing(
            body,
            Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "subscriptions/listen"));
    RecordingConnection stream = new RecordingConnection();
    ((McpResponse.Listening) response).open().accept(stream);
    stream.close();
    return stream.message(0).getJsonObject("params").getJsonObject("notifications");
  }

  @Test
  void a_session_follows_what_its_caller_may_read() throws Exception {
    assertThat(object(legacy("resources/subscribe", "note://ann/1")).getJsonObject("result"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"note://user-42/7", "note://asking/1", "note://broken/1"})
  void a_session_gets_the_same_refusal_as_for_reading(String uri) throws Exception {
    McpResponse.Immediate refused = legacy("resources/subscribe", uri);
    assertThat(errorCode(refused)).isNegative();
    assertThat(object(refused).get("error"))
        .isEqualTo(object(legacy("resources/read", uri)).get("error"));
  }

  @Test
  void a_stream_follows_of_what_it_asks_for_what_its_caller_may_read() throws Exception {
    assertThat(
            acknowledged("note://user-42/7", "note://asking/1", "note://ann/1", "note://broken/1"))
        .hasToString("{\"resourceSubscriptions\":[\"note://ann/1\"]}");
  }
}
