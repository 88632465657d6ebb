package dev.gatehouse.mcp.legacy;

import static dev.gatehouse.mcp.McpConversation.errorCode;
import static dev.gatehouse.mcp.McpConversation.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.cluster.Nodes;
import dev.gatehouse.mcp.FixtureTools;
import dev.gatehouse.mcp.McpConversation;
import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.call.McpResponse;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyEraTest {
  private static McpConversation mcp;

  @BeforeAll
  static void start() throws Exception {
    mcp = new McpConversation();
  }

  @AfterAll
  static void stop() {
    mcp.close();
  }

  private static McpResponse.Immediate send(String version, String method, String params)
      throws Exception {
    return mcp.send(request(1, method, params), headers(version));
  }

  /** Those of a client that negotiated this version; without one, of the oldest that says none. */
  private static Map<String, String> headers(String version) throws Exception {
    return version.isEmpty()
        ? Map.of("Mcp-Session-Id", mcp.session("2025-03-26"))
        : Map.of("MCP-Protocol-Version", version, "Mcp-Session-Id", mcp.session(version));
  }

  private static String request(int id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
        .formatted(id, method, params);
  }

  private static JsonObject result(McpResponse.Immediate response) {
    assertThat(response.status()).isEqualTo(200);
    return object(response).getJsonObject("result");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25,2025-11-25",
    "2025-06-18,2025-06-18",
    "2025-03-26,2025-03-26",
    "2024-11-05,2025-11-25",
    "2026-07-28,2025-11-25",
    "nonsense,2025-11-25"
  })
  void initialize_answers_a_known_version_with_itself_and_others_with_the_newest(
      String requested, String answered) throws Exception {
    String params =
        "{\"protocolVersion\":\"%s\",\"capabilities\":{},\"clientInfo\":{}}".formatted(requested);
    JsonObject result = result(send("", "initialize", params));
    assertThat(result.getString("protocolVersion")).isEqualTo(answered);
    assertThat(result.getJsonObject("serverInfo").getString("name")).isEqualTo("gatehouse");
    assertThat(result.getJsonObject("capabilities"))
        .hasToString("{\"tools\":{\"listChanged\":true}}");
    assertThat(result.getString("instructions")).isEqualTo("Be kind.");
  }

  @Test
  void initialize_under_a_modern_header_is_a_mismatch() throws Exception {
    McpResponse.Immediate response =
        send("2026-07-28", "initialize", "{\"protocolVersion\":\"2025-11-25\"}");
    assertThat(response.status()).isEqualTo(400);
    assertThat(errorCode(response)).isEqualTo(-32020);
  }

  @Test
  void initialize_ignores_a_legacy_header() throws Exception {
    result(send("2024-11-05", "initialize", "{\"protocolVersion\":\"2025-11-25\"}"));
  }

  @Test
  void initialize_without_a_version_is_invalid() throws Exception {
    assertThat(errorCode(send("", "initialize", "{}"))).isEqualTo(-32602);
  }

  @Test
  void each_initialize_begins_a_session_of_its_caller() throws Exception {
    String one = mcp.session("2025-11-25");
    assertThat(mcp.session("2025-11-25")).isNotEqualTo(one);
    assertThat(one).matches("[!-~]{20,}");
    String list = request(1, "tools/list", "{}");
    assertThat(mcp.send(list, Map.of("Mcp-Session-Id", one)).status()).isEqualTo(200);
    assertThat(mcp.sendAs("bob", list, Map.of("Mcp-Session-Id", one)).status()).isEqualTo(404);
    assertThat(mcp.send(list, Map.of("Mcp-Session-Id", one + "x")).status()).isEqualTo(404);
  }

  private static Map<String, String> begun(McpConversation with, String caller) throws Exception {
    return Map.of("Mcp-Session-Id", with.sessionOf(caller, "2025-11-25"));
  }

  @ParameterizedTest
  @CsvSource({"mcp.limits.sessions.caller,2,2", "mcp.server.version,2,100"})
  void a_caller_has_as_many_sessions_as_the_settings_say_and_100_where_they_say_nothing(
      String setting, String value, int most) throws Exception {
    String ping = request(1, "ping", "{}");
    try (McpConversation node =
        new McpConversation(Nodes.none(), Map.of(setting, value), FixtureTools.class)) {
      Map<String, String> other = begun(node, "bob");
      List<Map<String, String>> all = new ArrayList<>();
      for (int i = 0; i <= most; i++) {
        all.add(begun(node, "ann"));
      }
      int alive = 0;
      for (Map<String, String> session : all) {
        alive += node.send(ping, session).status() == 200 ? 1 : 0;
      }
      assertThat(alive).isEqualTo(most);
      assertThat(node.send(ping, all.get(most)).status()).isEqualTo(200);
      assertThat(node.sendAs("bob", ping, other).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"mcp.limits.streams,bob", "mcp.limits.streams.caller,ann"})
  void the_settings_bound_the_streams_of_sessions_and_a_place_is_free_when_one_has_left(
      String setting, String second) throws Exception {
    try (McpConversation node =
        new McpConversation(Nodes.none(), Map.of(setting, "1"), FixtureTools.class)) {
      Map<String, String> waiting = begun(node, second);
      RecordingConnection first = open(node.listen("ann", begun(node, "ann")));
      McpResponse refused = node.listen(second, waiting);
      assertThat(refused).isInstanceOf(McpResponse.Immediate.class);
      assertThat(((McpResponse.Immediate) refused).status()).isEqualTo(429);
      first.close();
      assertThat(open(node.listen(second, waiting)).isClosed()).isFalse();
    }
  }

  private static RecordingConnection open(McpResponse response) {
    RecordingConnection stream = new RecordingConnection();
    ((McpResponse.Listening) response).open().accept(stream);
    return stream;
  }

  @Test
  void without_a_session_there_is_only_the_ping() throws Exception {
    assertThat(mcp.send(request(1, "ping", "{}"), Map.of()).status()).isEqualTo(200);
    assertThat(mcp.send(request(1, "tools/list", "{}"), Map.of()).status()).isEqualTo(400);
    String notification = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    assertThat(mcp.send(notification, Map.of()).status()).isEqualTo(400);
    assertThat(mcp.send("[" + notification + "]", Map.of()).status()).isEqualTo(400);
  }

  @Test
  void a_session_that_was_ended_is_gone() throws Exception {
    Map<String, String> session = headers("2025-11-25");
    assertThat(mcp.end("bob", session).status()).isEqualTo(404);
    assertThat(mcp.end("ann", session).status()).isEqualTo(204);
    assertThat(mcp.end("ann", session).status()).isEqualTo(404);
    assertThat(mcp.send(request(1, "ping", "{}"), session).status()).isEqualTo(404);
  }

  @Test
  void ping_is_answered_with_nothing() throws Exception {
    assertThat(result(send("2025-11-25", "ping", "{}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-12-31", "1"})
  void a_header_with_an_unknown_version_is_refused(String version) throws Exception {
    McpResponse.Immediate response = send(version, "ping", "{}");
    assertThat(response.status()).isEqualTo(400);
    assertThat(errorCode(response)).isEqualTo(-32600);
    McpResponse.Immediate notified =
        mcp.send(
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", headers(version));
    assertThat(notified.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"server/discover", "resources/list", "no/such/method"})
  void an_unknown_method_is_an_error_in_band(String method) throws Exception {
    McpResponse.Immediate response = send("2025-11-25", method, "{}");
    assertThat(response.status()).isEqualTo(200);
    assertThat(errorCode(response)).isEqualTo(-32601);
  }

  @Test
  void results_carry_nothing_of_the_modern_era() throws Exception {
    assertThat(result(send("2025-11-25", "tools/list", "{}"))).containsOnlyKeys("tools");
    assertThat(
            result(
                send(
                    "2025-11-25",
                    "tools/call",
                    "{\"name\":\"add\",\"arguments\":{\"a\":1,\"b\":2}}")))
        .containsOnlyKeys("content", "structuredContent", "isError");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25,add,true",
    "2025-06-18,add,true",
    "2025-03-26,add,false",
    "2025-11-25,list-words,false",
    "'',add,false"
  })
  void structured_content_goes_only_to_peers_that_know_it(
      String version, String tool, boolean structured) throws Exception {
    String arguments = tool.equals("add") ? "{\"a\":1,\"b\":2}" : "{}";
    JsonObject called =
        result(
            send(
                version,
                "tools/call",
                "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments)));
    assertThat(called.containsKey("structuredContent")).isEqualTo(structured);
    JsonArray tools = result(send(version, "tools/list", "{}")).getJsonArray("tools");
    JsonObject entry =
        tools.stream()
            .map(JsonObject.class::cast)
            .filter(listed -> listed.getString("name").equals(tool))
            .findFirst()
            .orElseThrow();
    assertThat(entry.containsKey("outputSchema")).isEqualTo(structured);
  }

  @Test
  void constraints_of_arguments_are_told_by_the_arguments_name() throws Exception {
    // In process, no container runs Bean Validation; the schema still tells the constraint.
    JsonArray tools = result(send("", "tools/list", "{}")).getJsonArray("tools");
    assertThat(tools.getJsonObject(0).getJsonObject("inputSchema").toString())
        .contains("\"minimum\":0");
  }

  @Test
  void notifications_and_replies_are_accepted_without_a_body() throws Exception {
    for (String body :
        new String[] {
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":\"srv-1\",\"result\":{}}",
          "{\"jsonrpc\":\"2.0\",\"id\":\"srv-1\",\"error\":{\"code\":1,\"message\":\"no\"}}"
        }) {
      McpResponse.Immediate response = mcp.send(body, headers("2025-11-25"));
      assertThat(response.status()).isEqualTo(202);
      assertThat(response.body()).isEmpty();
    }
  }

  @Test
  void a_denied_tool_is_denied_in_this_era_too() {
    assertThatExceptionOfType(McpConversation.Denied.class)
        .isThrownBy(() -> send("2025-11-25", "tools/call", "{\"name\":\"secret\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "initialize|{\"protocolVersion\":\"2025-11-25\",\"capabilities\":null,\"clientInfo\":null}",
        "initialize|{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"elicitation\":null}}",
        "ping|null",
        "tools/list|null",
        "tools/list|{\"cursor\":null,\"_meta\":null}",
        "tools/call|{\"name\":\"list-words\",\"arguments\":null}",
        "tools/call|{\"name\":\"list-words\",\"_meta\":{\"progressToken\":null}}"
      })
  void null_is_absent(String method, String params) throws Exception {
    assertThat(result(send("2025-11-25", method, params))).isNotNull();
  }

  @Test
  void null_stays_among_arguments_since_they_are_the_tools() throws Exception {
    JsonObject result =
        result(
            send(
                "2025-11-25",
                "tools/call",
                "{\"name\":\"greet\",\"arguments\":{\"name\":null,\"nobody\":null}}"));
    assertThat(result.getBoolean("isError")).isTrue();
    assertThat(result.toString()).contains("nobody");
  }

  // Batches

  private static McpResponse.Immediate batch(String version, String... messages) throws Exception {
    return mcp.send("[" + String.join(",", messages) + "]", headers(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2025-03-26"})
  void a_batch_of_the_oldest_version_is_answered_in_order(String version) throws Exception {
    McpResponse.Immediate response =
        batch(
            version,
            request(1, "ping", "{}"),
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            request(2, "nothing", "{}"));
    JsonArray answers = response.body().orElseThrow().asJsonArray();
    assertThat(answers.getValuesAs(answer -> answer.asJsonObject().getInt("id")))
        .containsExactly(1, 2);
    assertThat(answers.getJsonObject(1).getJsonObject("error").getInt("code")).isEqualTo(-32601);
  }

  @Test
  void a_batch_of_notifications_is_accepted() throws Exception {
    String one = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    assertThat(batch("", one, one).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-11-25", "2026-07-28"})
  void later_versions_have_no_batches(String version) throws Exception {
    McpResponse.Immediate response = batch(version, request(1, "ping", "{}"));
    assertThat(response.status()).isEqualTo(400);
    assertThat(errorCode(response)).isEqualTo(-32600);
  }

  @Test
  void a_batch_with_a_modern_claim_or_an_initialize_is_refused() throws Exception {
    String modern =
        request(
            1, "ping", "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}");
    assertThat(errorCode(batch("", modern))).isEqualTo(-32600);
    assertThat(errorCode(batch("", request(1, "initialize", "{}")))).isEqualTo(-32600);
  }

  @Test
  void a_batch_with_one_denied_tool_is_denied_before_anything_runs() throws Exception {
    String crash = request(1, "tools/call", "{\"name\":\"crash\"}");
    batch("", crash);
    int before = FixtureTools.CRASHES.get();
    assertThat(before).isPositive();

    assertThatExceptionOfType(McpConversation.Denied.class)
        .isThrownBy(() -> batch("", crash, request(2, "tools/call", "{\"name\":\"secret\"}")));

    assertThat(FixtureTools.CRASHES).hasValue(before);
  }

  @Test
  void a_lost_session_is_told_with_the_code_at_which_clients_begin_anew() throws Exception {
    McpResponse.Immediate response =
        mcp.send(request(1, "tools/list", "{}"), Map.of("Mcp-Session-Id", "lost"));
    assertThat(response.status()).isEqualTo(404);
    assertThat(errorCode(response)).isEqualTo(-32001);
    assertThat(object(response).getJsonObject("error").getString("message"))
        .isEqualTo("Session not found");
  }
}
