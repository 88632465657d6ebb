package dev.gatehouse.mcp;

import static dev.gatehouse.mcp.McpConversation.errorCode;
import static dev.gatehouse.mcp.McpConversation.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.CallEnd.Outcome;
import dev.gatehouse.mcp.call.CallRefusedException;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.MethodCall;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorizationTest {
  private static final String META =
      "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{\"elicitation\":{}}";
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static McpConversation mcp;

  private final Recording watch = new Recording();

  enum Speaker {
    MODERN,
    LEGACY
  }

  /** Notes what it sees, and refuses everything when told to. */
  private static final class Recording implements McpConversation.Watch {
    private final List<MethodCall> admitted = new ArrayList<>();
    private final List<MethodCall> denied = new ArrayList<>();
    private final List<CallEnd.Ending> endings = new ArrayList<>();
    private Optional<CallRefusedException> refusal = Optional.empty();

    @Override
    public CallEnd admit(MethodCall call) {
      admitted.add(call);
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      return endings::add;
    }

    @Override
    public void denied(MethodCall call) {
      denied.add(call);
    }

    private String digest() {
      return admitted.get(admitted.size() - 1).digest();
    }
  }

  @BeforeAll
  static void start() throws Exception {
    mcp = new McpConversation(WatchedBeans.class);
  }

  @AfterAll
  static void stop() {
    mcp.close();
  }

  @BeforeEach
  void watch() {
    mcp.watchedBy(watch);
  }

  private static McpResponse.Immediate send(Speaker speaker, String method, String params)
      throws Exception {
    Map<String, String> headers = new HashMap<>();
    String meta = "\"traceparent\":\"" + TRACE + "\"";
    if (speaker == Speaker.LEGACY) {
      headers.put("Mcp-Session-Id", mcp.session("2025-11-25"));
    } else {
      meta += "," + META;
      headers.put("MCP-Protocol-Version", "2026-07-28");
      headers.put("Mcp-Method", method);
      headers.put("Mcp-Name", params.replaceAll(".*\"(name|uri)\":\"([^\"]*)\".*", "$2"));
    }
    return mcp.send(
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":{%s,\"_meta\":{%s}}}"
            .formatted(method, params, meta),
        headers);
  }

  private static McpResponse.Immediate call(Speaker speaker, String tool, String arguments)
      throws Exception {
    return send(speaker, "tools/call", "\"arguments\":" + arguments + ",\"name\":\"" + tool + "\"");
  }

  private String digestOf(String tool, String arguments) throws Exception {
    call(Speaker.MODERN, tool, arguments);
    return watch.digest();
  }

  @ParameterizedTest
  @CsvSource({
    "MODERN, whatever, ANSWERED",
    "LEGACY, whatever, ANSWERED",
    "MODERN, fail, ANSWERED_WITH_ERROR",
    "LEGACY, fail, ANSWERED_WITH_ERROR",
    "MODERN, enter, ANSWERED_WITH_ERROR",
    "MODERN, crash, FAILED",
    "LEGACY, crash, FAILED",
    "MODERN, ask, ASKED",
    "LEGACY, ask, FAILED",
    "MODERN, leave, CANCELLED",
    "LEGACY, leave, CANCELLED"
  })
  void each_call_is_seen_before_it_runs_and_after(Speaker speaker, String tool, Outcome outcome)
      throws Exception {
    call(speaker, tool, "{}");

    assertThat(watch.admitted).singleElement();
    assertThat(watch.admitted.get(0).declaration().name()).isEqualTo(tool);
    assertThat(watch.admitted.get(0).traceparent()).contains(TRACE);
    assertThat(watch.endings).extracting(CallEnd.Ending::outcome).containsExactly(outcome);
    assertThat(watch.endings.get(0).duration()).isPositive();
    assertThat(watch.denied).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_denial_before_the_call_is_seen(Speaker speaker) {
    assertThatExceptionOfType(McpConversation.Denied.class)
        .isThrownBy(() -> call(speaker, "secret", "{}"));

    assertThat(watch.denied)
        .extracting(call -> call.declaration().name())
        .containsExactly("secret");
    assertThat(watch.admitted).isEmpty();
    assertThat(watch.endings).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_denial_by_the_method_itself_is_how_the_call_ends(Speaker speaker) {
    assertThatExceptionOfType(McpConversation.Denied.class)
        .isThrownBy(() -> call(speaker, "forbid", "{}"));

    assertThat(watch.endings)
        .singleElement()
        .satisfies(ending -> assertThat(ending.denial()).isPresent());
    assertThat(watch.denied).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_tool_whose_caller_is_not_let_in_says_so_and_is_denied(Speaker speaker) throws Exception {
    JsonObject result = object(call(speaker, "knock", "{}")).getJsonObject("result");

    assertThat(result.getBoolean("isError")).isTrue();
    assertThat(result.containsKey("resultType")).isEqualTo(speaker == Speaker.MODERN);
    assertThat(result.getJsonArray("content").getJsonObject(0).getString("text"))
        .isEqualTo("Not allowed: the application does not let this caller do that");
    assertThat(watch.endings).extracting(CallEnd.Ending::outcome).containsExactly(Outcome.DENIED);
  }

  @ParameterizedTest
  @EnumSource
  void so_are_prompts_resources_and_completions_by_an_error(Speaker speaker) throws Exception {
    for (McpResponse.Immediate response :
        List.of(
            send(speaker, "prompts/get", "\"name\":\"knocking\""),
            send(speaker, "resources/read", "\"uri\":\"note://closed\""),
            send(
                speaker,
                "completion/complete",
                "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"knocking\"},"
                    + "\"argument\":{\"name\":\"door\",\"value\":\"A\"}"))) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(errorCode(response)).isEqualTo(403);
      assertThat(object(response).getJsonObject("error").getString("message"))
          .startsWith("Not allowed: ");
    }
    assertThat(watch.endings).hasSize(3).allMatch(ending -> ending.outcome() == Outcome.DENIED);
  }

  @ParameterizedTest
  @EnumSource
  void prompts_resources_and_completions_are_seen_too(Speaker speaker) throws Exception {
    send(speaker, "prompts/get", "\"arguments\":{\"name\":\"x\"},\"name\":\"welcome\"");
    send(speaker, "resources/read", "\"uri\":\"note://today\"");
    send(speaker, "resources/read", "\"uri\":\"note://ann/1234\"");
    send(
        speaker,
        "completion/complete",
        "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"welcome\"},"
            + "\"argument\":{\"name\":\"name\",\"value\":\"A\"}");

    assertThat(watch.admitted)
        .extracting(call -> call.declaration().kind() + " " + call.declaration().name())
        .containsExactly(
            "Prompt welcome", "Resource today", "Resource template pinned", "Completion names");
    assertThat(watch.endings).hasSize(4).allMatch(ending -> ending.outcome() == Outcome.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_refused_for_now_says_when_to_come_again_and_never_runs(Speaker speaker)
      throws Exception {
    watch.refusal = Optional.of(CallRefusedException.tooMany("Too many", Duration.ofMillis(2500)));
    McpResponse.Immediate response = call(speaker, "whatever", "{}");

    assertThat(response.status()).isEqualTo(429);
    assertThat(response.retryAfter()).contains(Duration.ofMillis(2500));
    assertThat(errorCode(response)).isEqualTo(429);
    assertThat(object(response).getInt("id")).isEqualTo(7);
    assertThat(watch.endings).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_switched_off_is_an_error_of_the_call(Speaker speaker) throws Exception {
    watch.refusal = Optional.of(CallRefusedException.off("Back at noon"));
    McpResponse.Immediate response = call(speaker, "whatever", "{}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.retryAfter()).isEmpty();
    assertThat(errorCode(response)).isEqualTo(503);
    assertThat(object(response).getJsonObject("error").getString("message"))
        .isEqualTo("Back at noon");
  }

  @Test
  void in_a_batch_one_refusal_leaves_the_others() throws Exception {
    String one = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    String two =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"fail\"}}";
    Map<String, String> session = Map.of("Mcp-Session-Id", mcp.session("2025-03-26"));
    watch.refusal = Optional.of(CallRefusedException.tooMany("Too many", Duration.ofSeconds(1)));
    McpResponse.Immediate response = mcp.send("[" + one + "," + two + "]", session);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().orElseThrow().asJsonArray().getJsonObject(0)).containsKey("result");
    assertThat(response.body().orElseThrow().asJsonArray().getJsonObject(1)).containsKey("error");
  }

  @Test
  void a_request_with_a_wrong_header_is_no_call() throws Exception {
    McpResponse.Immediate response =
        mcp.send(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"fail\",\"_meta\":{%s}}}"
                .formatted(META),
            Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(watch.admitted).isEmpty();
  }

  @Test
  void the_digest_tells_arguments_apart_but_not_their_order() throws Exception {
    String digest = digestOf("enter", "{\"user\":\"ann\",\"password\":\"p\"}");

    assertThat(digest).hasSize(43);
    assertThat(digestOf("enter", "{\"password\":\"p\",\"user\":\"ann\"}")).isEqualTo(digest);
    assertThat(digestOf("enter", "{\"user\":\"bob\",\"password\":\"p\"}")).isNotEqualTo(digest);
  }

  @Test
  void sensitive_values_are_not_in_the_digest() throws Exception {
    assertThat(digestOf("enter", "{\"user\":\"ann\",\"password\":\"p\"}"))
        .isEqualTo(digestOf("enter", "{\"user\":\"ann\",\"password\":\"q\"}"))
        .isEqualTo(digestOf("enter", "{\"user\":\"ann\"}"));
    assertThat(digestOf("whatever", "{\"a\":1}")).isEqualTo(digestOf("whatever", "{}"));

    send(Speaker.MODERN, "resources/read", "\"uri\":\"note://ann/1234\"");
    String pinned = watch.digest();
    send(Speaker.MODERN, "resources/read", "\"uri\":\"note://ann/5678\"");
    assertThat(watch.digest()).isEqualTo(pinned);
    send(Speaker.MODERN, "resources/read", "\"uri\":\"note://today\"");
    assertThat(watch.digest()).isNotEqualTo(pinned);
  }

  @Test
  void an_attempt_that_is_logged_tells_no_arguments() throws Exception {
    call(Speaker.MODERN, "enter", "{\"user\":\"ann\",\"password\":\"hunter2\"}");

    assertThat(watch.admitted.get(0).toString()).contains("enter").doesNotContain("hunter2", "ann");
  }
}
