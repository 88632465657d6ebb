package dev.gatehouse.mcp.modern;

import static dev.gatehouse.mcp.McpConversation.errorCode;
import static dev.gatehouse.mcp.McpConversation.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.mcp.FixtureTools;
import dev.gatehouse.mcp.McpConversation;
import dev.gatehouse.mcp.call.McpResponse;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModernEraTest {
  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
  private static McpConversation mcp;

  @BeforeAll
  static void start() throws Exception {
    mcp = new McpConversation();
  }

  @AfterAll
  static void stop() {
    mcp.close();
  }

  private static Map<String, String> headers(String method) {
    Map<String, String> headers = new HashMap<>();
    headers.put("MCP-Protocol-Version", "2026-07-28");
    headers.put("Mcp-Method", method);
    return headers;
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\""
        + method
        + "\",\"params\":{"
        + params
        + "}}";
  }

  private static McpResponse.Immediate send(String method, String params) throws Exception {
    return mcp.send(request(method, params), headers(method));
  }

  private static McpResponse.Immediate call(String tool, String arguments, Map<String, String> more)
      throws Exception {
    Map<String, String> headers = headers("tools/call");
    headers.put("Mcp-Name", tool);
    headers.putAll(more);
    String params = "\"name\":\"" + tool + "\",\"arguments\":" + arguments + "," + META;
    return mcp.send(request("tools/call", params), headers);
  }

  private static JsonObject result(McpResponse.Immediate response) {
    assertThat(response.status()).isEqualTo(200);
    return object(response).getJsonObject("result");
  }

  private static void assertRefused(McpResponse.Immediate response, int status, int code) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(errorCode(response)).isEqualTo(code);
    assertThat(object(response).getInt("id")).isEqualTo(7);
  }

  @Test
  void discover_tells_versions_capabilities_and_who_answers() throws Exception {
    JsonObject result = result(send("server/discover", META));
    assertThat(result.getString("resultType")).isEqualTo("complete");
    assertThat(result.getJsonArray("supportedVersions").getString(0)).isEqualTo("2026-07-28");
    assertThat(result.getJsonObject("capabilities"))
        .hasToString("{\"tools\":{\"listChanged\":true}}");
    assertThat(result.getString("instructions")).isEqualTo("Be kind.");
    assertThat(result.getInt("ttlMs")).isPositive();
    assertThat(result.getString("cacheScope")).isEqualTo("public");
    assertThat(
            result
                .getJsonObject("_meta")
                .getJsonObject("io.modelcontextprotocol/serverInfo")
                .getString("name"))
        .isEqualTo("gatehouse");
  }

  @Test
  void the_list_shows_what_the_caller_may_call_in_the_order_of_names() throws Exception {
    JsonObject result = result(send("tools/list", META));
    assertThat(result.getJsonArray("tools").getValuesAs(t -> t.asJsonObject().getString("name")))
        .containsExactly("add", "crash", "deploy", "fail", "greet", "list-words");
    assertThat(result.getString("cacheScope")).isEqualTo("private");
  }

  @Test
  void a_record_is_structured_content_and_the_same_as_text() throws Exception {
    JsonObject result = result(call("add", "{\"a\":2,\"b\":3}", Map.of()));
    assertThat(result.getString("resultType")).isEqualTo("complete");
    assertThat(result.getJsonObject("structuredContent").getInt("total")).isEqualTo(5);
    assertThat(result.getJsonArray("content").getJsonObject(0).getString("text"))
        .isEqualTo("{\"total\":5}");
    assertThat(result.getBoolean("isError")).isFalse();
  }

  @Test
  void a_list_may_be_structured_content() throws Exception {
    JsonObject result = result(call("list-words", "{}", Map.of()));
    assertThat(result.getJsonArray("structuredContent").getValuesAs(JsonString::getString))
        .containsExactly("one", "two");
  }

  @Test
  void null_is_absent() throws Exception {
    String meta =
        META.replace(
            ":{}}",
            ":{\"elicitation\":null,\"roots\":null},"
                + "\"io.modelcontextprotocol/logLevel\":null,\"progressToken\":null}");
    Map<String, String> headers = headers("tools/call");
    headers.put("Mcp-Name", "list-words");
    String params =
        "\"name\":\"list-words\",\"arguments\":null,\"requestState\":null,\"inputResponses\":null,";
    result(mcp.send(request("tools/call", params + meta), headers));
    result(send("tools/list", "\"cursor\":null," + meta));
  }

  @Test
  void absent_arguments_are_no_arguments() throws Exception {
    Map<String, String> headers = headers("tools/call");
    headers.put("Mcp-Name", "list-words");
    var response = mcp.send(request("tools/call", "\"name\":\"list-words\"," + META), headers);
    assertThat(result(response).getBoolean("isError")).isFalse();
  }

  @Test
  void wrong_arguments_are_a_result_that_says_which_and_why() throws Exception {
    JsonObject result = result(call("add", "{\"a\":\"x\",\"c\":1}", Map.of()));
    assertThat(result.getBoolean("isError")).isTrue();
    assertThat(result.getJsonArray("content").getJsonObject(0).getString("text"))
        .contains("a:", "b:", "c:");
  }

  @Test
  void a_tool_that_says_no_is_a_result() throws Exception {
    JsonObject result = result(call("fail", "{}", Map.of()));
    assertThat(result.getBoolean("isError")).isTrue();
    assertThat(result.getJsonArray("content").getJsonObject(0).getString("text"))
        .isEqualTo("Not today");
  }

  @Test
  void an_unexpected_fault_is_an_internal_error_without_its_detail() throws Exception {
    McpResponse.Immediate response = call("crash", "{}", Map.of());
    assertRefused(response, 200, -32603);
    assertThat(response.body().orElseThrow().toString()).doesNotContain("secret detail");
  }

  @Test
  void a_tool_that_the_caller_may_not_call_is_denied_and_not_unknown() {
    assertThatExceptionOfType(McpConversation.Denied.class)
        .isThrownBy(() -> call("secret", "{}", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"forged", "v1.AAAA"})
  void a_state_replaces_neither_the_right_to_a_tool_nor_its_own_seal(String state)
      throws Exception {
    assertThatExceptionOfType(McpConversation.Denied.class)
        .isThrownBy(() -> callAgain("secret", state));
    int calls = FixtureTools.CRASHES.get();
    assertRefused(callAgain("crash", state), 200, -32602);
    assertThat(FixtureTools.CRASHES).hasValue(calls);
  }

  private static McpResponse.Immediate callAgain(String tool, String state) throws Exception {
    Map<String, String> headers = headers("tools/call");
    headers.put("Mcp-Name", tool);
    String params = "\"name\":\"%s\",\"requestState\":\"%s\",".formatted(tool, state) + META;
    return mcp.send(request("tools/call", params), headers);
  }

  // Step 2 of the ladder

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}",
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":20260728,"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}",
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":[]}",
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{},"
            + "\"io.modelcontextprotocol/logLevel\":\"loud\"}"
      })
  void a_malformed_envelope_is_invalid_params(String meta) throws Exception {
    assertRefused(send("server/discover", meta), 400, -32602);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"_meta\":7", "\"_meta\":{}"})
  void a_modern_header_without_an_envelope_is_a_modern_error(String params) throws Exception {
    McpResponse.Immediate response = send("tools/list", params);
    assertRefused(response, 400, -32602);
    assertThat(object(response).getJsonObject("error").getString("message"))
        .contains("protocolVersion");
  }

  // Step 3

  @Test
  void a_version_header_that_differs_from_the_body_is_a_mismatch() throws Exception {
    Map<String, String> headers = headers("tools/list");
    headers.put("MCP-Protocol-Version", "2025-11-25");
    assertRefused(mcp.send(request("tools/list", META), headers), 400, -32020);
  }

  @Test
  void a_method_header_that_differs_from_the_body_is_a_mismatch() throws Exception {
    assertRefused(mcp.send(request("tools/list", META), headers("tools/call")), 400, -32020);
    assertRefused(mcp.send(request("tools/list", META), headers("Tools/list")), 400, -32020);
  }

  // Step 4

  @ParameterizedTest
  @ValueSource(strings = {"2030-01-01", "2025-11-25", "nonsense"})
  void an_unknown_version_claim_is_answered_with_the_versions_we_speak(String version)
      throws Exception {
    Map<String, String> headers = headers("tools/list");
    headers.put("MCP-Protocol-Version", version);
    McpResponse.Immediate response =
        mcp.send(request("tools/list", META.replace("2026-07-28", version)), headers);
    assertRefused(response, 400, -32022);
    JsonObject data = object(response).getJsonObject("error").getJsonObject("data");
    assertThat(data.getString("requested")).isEqualTo(version);
    assertThat(data.getJsonArray("supported").getString(0)).isEqualTo("2026-07-28");
  }

  // Step 5

  @ParameterizedTest
  @ValueSource(strings = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"})
  void a_missing_header_is_a_mismatch(String missing) throws Exception {
    Map<String, String> headers = headers("tools/call");
    headers.put("Mcp-Name", "greet");
    headers.remove(missing);
    String params = "\"name\":\"greet\",\"arguments\":{\"name\":\"Eva\"}," + META;
    assertRefused(mcp.send(request("tools/call", params), headers), 400, -32020);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"add", "Greet", "=?base64?Z3JlZXQ?=", "=?base64?Z3JlZXQ*?=", "=?base64??="})
  void a_name_header_that_differs_or_is_malformed_is_a_mismatch(String name) throws Exception {
    assertRefused(call("greet", "{\"name\":\"Eva\"}", Map.of("Mcp-Name", name)), 400, -32020);
  }

  @Test
  void a_name_header_may_be_base64() throws Exception {
    McpResponse.Immediate response =
        call("greet", "{\"name\":\"Eva\"}", Map.of("Mcp-Name", "=?base64?Z3JlZXQ=?="));
    assertThat(result(response).getBoolean("isError")).isFalse();
  }

  // Step 6

  @ParameterizedTest
  @ValueSource(
      strings = {
        "initialize",
        "ping",
        "logging/setLevel",
        "resources/subscribe",
        "resources/unsubscribe",
        "tasks/get",
        "no/such/method"
      })
  void a_method_that_is_not_there_is_a_404_with_a_json_rpc_error(String method) throws Exception {
    assertRefused(send(method, META), 404, -32601);
  }

  // Step 7

  @Test
  void an_unknown_tool_is_an_error_in_band() throws Exception {
    assertRefused(call("no_such_tool", "{}", Map.of()), 200, -32602);
  }

  @Test
  void arguments_that_are_no_object_are_an_error_in_band() throws Exception {
    assertRefused(call("greet", "[]", Map.of()), 200, -32602);
  }

  @Test
  void a_cursor_that_we_never_gave_is_an_error_in_band() throws Exception {
    assertRefused(send("tools/list", "\"cursor\":\"x\"," + META), 200, -32602);
  }

  // Step 8

  @Test
  void a_parameter_header_must_mirror_its_argument() throws Exception {
    String arguments = "{\"region\":\"eu\",\"n\":42}";
    assertRefused(call("deploy", arguments, Map.of()), 400, -32020);
    assertRefused(call("deploy", arguments, Map.of("Mcp-Param-Region", "eu")), 400, -32020);
    assertRefused(
        call("deploy", arguments, Map.of("Mcp-Param-Region", "us", "Mcp-Param-Count", "42")),
        400,
        -32020);
    assertThat(
            result(
                    call(
                        "deploy",
                        arguments,
                        Map.of("mcp-param-region", "=?base64?ZXU=?=", "Mcp-Param-Count", "42.0")))
                .getBoolean("isError"))
        .isFalse();
  }

  @Test
  void an_absent_argument_needs_no_header() throws Exception {
    assertThat(
            result(call("deploy", "{\"region\":\"eu\"}", Map.of("Mcp-Param-Region", "eu")))
                .getBoolean("isError"))
        .isFalse();
  }

  @Test
  void a_modern_notification_is_accepted() throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{" + META + "}}";
    McpResponse.Immediate response = mcp.send(body, Map.of());
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }
}
