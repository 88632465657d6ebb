package dev.gatehouse.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.mcp.RecordingConnection;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.tool.AccessDeniedException;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSpanTest {
  private Measured server;

  @BeforeEach
  void start() throws Exception {
    server = new Measured();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<String, Object> attributes(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().getKey(), Map.Entry::getValue));
  }

  private static String name(String key, String value) {
    return "\"%s\":\"%s\"".formatted(key, value);
  }

  @Test
  void a_call_of_a_tool_is_a_span_with_the_names_of_the_convention() throws Exception {
    server.send("tools/call", name("name", "add"));

    SpanData span = server.span();
    assertThat(span.getName()).isEqualTo("tools/call add");
    assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(attributes(span))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "mcp.method.name", "tools/call",
                "mcp.protocol.version", "2026-07-28",
                "jsonrpc.request.id", "r-7",
                "gen_ai.tool.name", "add",
                "gen_ai.operation.name", "execute_tool",
                "network.transport", "tcp",
                "network.protocol.name", "http"));
  }

  @ParameterizedTest
  @CsvSource({
    "tools/list, tools/list, mcp.method.name, tools/list",
    "server/discover, server/discover, mcp.method.name, server/discover",
    "prompts/get, prompts/get welcome, gen_ai.prompt.name, welcome",
    "resources/read, resources/read, mcp.resource.uri, note://today"
  })
  void each_method_has_its_name_and_subject(
      String method, String name, String attribute, String value) throws Exception {
    server.send(method, name("name", "welcome") + "," + name("uri", "note://today"));

    SpanData span = server.span();
    assertThat(span.getName()).isEqualTo(name);
    assertThat(attributes(span)).containsEntry(attribute, value);
  }

  @Test
  void a_resource_of_a_template_is_named_by_the_template_since_its_uri_holds_arguments()
      throws Exception {
    server.send("resources/read", name("uri", "note://of/ann"));

    SpanData span = server.span();
    assertThat(attributes(span)).containsEntry("mcp.resource.uri", "note://of/{owner}");
    assertThat(span.toString()).doesNotContain("ann");
  }

  @ParameterizedTest
  @CsvSource({
    "tools/call, name, made-up-7731, tools/call",
    "prompts/get, name, made-up-7731, prompts/get",
    "resources/read, uri, made-up-7731, resources/read",
    "made-up-7731, name, x, _OTHER"
  })
  void what_a_client_made_up_has_no_name(String method, String key, String value, String name)
      throws Exception {
    server.send(method, name(key, value));

    SpanData span = server.span();
    assertThat(span.getName()).isEqualTo(name);
    assertThat(span.toString()).doesNotContain("made-up-7731");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @ParameterizedTest
  @CsvSource({"fail, tool_error,", "crash, -32603, -32603", "nothing, -32602, -32602"})
  void an_error_has_a_type_but_no_words_of_anybody(String tool, String type, String code)
      throws Exception {
    server.send("tools/call", name("name", tool) + ",\"arguments\":{\"title\":\"value-9911\"}");

    SpanData span = server.span();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEmpty();
    assertThat(span.getEvents()).isEmpty();
    assertThat(attributes(span)).containsEntry("error.type", type);
    assertThat(attributes(span).get("rpc.response.status_code")).isEqualTo(code);
    assertThat(span.toString()).doesNotContain("value-9911", "secret detail");
  }

  @Test
  void a_call_without_the_right_to_it_is_an_error_403() {
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> server.send("tools/call", name("name", "secret")));

    assertThat(attributes(server.span())).containsEntry("error.type", "403");
  }

  @Test
  void the_method_of_a_bean_runs_within_the_span_and_the_audit_gets_its_trace() throws Exception {
    McpResponse.Immediate answer = server.send("tools/call", name("name", "add"));

    SpanData span = server.span();
    assertThat(answer.body().orElseThrow().toString()).contains(span.getSpanId());
    assertThat(server.traceparents)
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent)
                    .contains("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01"));
    assertThat(io.opentelemetry.api.trace.Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void a_stream_is_within_the_span_until_its_last_message() throws Exception {
    String body = Measured.body("tools/call", name("name", "follow"), "");
    var streamed =
        (McpResponse.Streamed)
            server.follow(body, Measured.headers("tools/call", name("name", "follow")));
    assertThat(server.spans()).isEmpty();
    RecordingConnection stream = new RecordingConnection();
    Thread thread = new Thread(() -> streamed.call().accept(stream));
    thread.start();
    thread.join();
    stream.wake();

    assertThat(stream.data()).singleElement().asString().contains(server.span().getSpanId());
  }

  @Test
  void a_stream_that_nobody_follows_any_more_is_cancelled() throws Exception {
    String body = Measured.body("tools/call", name("name", "leave"), "");
    var streamed =
        (McpResponse.Streamed)
            server.follow(body, Measured.headers("tools/call", name("name", "leave")));
    streamed.call().accept(new RecordingConnection());

    assertThat(attributes(server.span()))
        .containsEntry("error.type", "cancelled")
        .doesNotContainKey("rpc.response.status_code");
  }

  @Test
  void a_session_of_the_older_revisions_is_followed_but_its_id_is_a_key_and_stays_out()
      throws Exception {
    String session = server.session("2025-11-25");
    assertThat(attributes(server.span()))
        .containsEntry("mcp.method.name", "initialize")
        .containsEntry("mcp.protocol.version", "2025-11-25");
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"follow\"}}";
    var headers = Map.of("Mcp-Session-Id", session, "MCP-Protocol-Version", "2025-11-25");
    var open = (McpResponse.Resumable) server.follow(call, headers);
    RecordingConnection stream = new RecordingConnection();
    open.open().apply(stream).run();

    SpanData span = server.span();
    assertThat(stream.data()).last().asString().contains(span.getSpanId());
    assertThat(attributes(span))
        .containsEntry("mcp.protocol.version", "2025-11-25")
        .containsEntry("jsonrpc.request.id", "1");
    assertThat(span.toString()).doesNotContain(session);
  }

  @Test
  void each_element_of_a_batch_is_a_span() throws Exception {
    Map<String, String> session = Map.of("Mcp-Session-Id", server.session("2025-03-26"));
    server.spans();
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    String fail =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"fail\"}}";
    String wrong =
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"none\"}}";
    server.send("[" + ping + "," + fail + "," + wrong + "]", session);

    assertThat(server.spans())
        .extracting(
            span ->
                span.getName()
                    + " "
                    + span.getAttributes().get(AttributeKey.stringKey("error.type")))
        .containsExactlyInAnyOrder("ping null", "tools/call fail tool_error", "tools/call -32602");
  }

  @Test
  void a_long_id_is_cut() throws Exception {
    String body = Measured.body("ping", "", "").replace("r-7", "i".repeat(5000));
    server.send(body, Measured.headers("ping", ""));

    assertThat(attributes(server.span()).get("jsonrpc.request.id")).isEqualTo("i".repeat(64));
  }
}
