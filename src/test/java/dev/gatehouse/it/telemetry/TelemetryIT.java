package dev.gatehouse.it.telemetry;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.SwitchedOn;
import dev.gatehouse.support.telemetry.OtlpReceiver;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** On servers that have OpenTelemetry, switched on as the operator does it. */
@TestInstance(Lifecycle.PER_CLASS)
class TelemetryIT {
  private static final String CLIENT_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CLIENT_SPAN = "00f067aa0ba902b7";
  private static final String TITLE = "title-7731-of-nobody";

  private OtlpReceiver receiver;
  private ServerProcess process;
  private URI mcp;
  private String token;

  @BeforeAll
  void start() throws Exception {
    SwitchedOn server = SwitchedOn.server();
    receiver = server.receiver();
    process = server.process();
    mcp = URI.create(server.values().mcpUrl());
    token = Beside.token();
  }

  private int call(String title, String meta, String traceparent) throws Exception {
    String body =
        """
        {"jsonrpc":"2.0","id":"c-42","method":"tools/call","params":{"name":"create_todo",\
        "arguments":{"title":"%s"},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":{}%s}}}"""
            .formatted(title, meta);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(mcp)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "create_todo")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body));
    if (!traceparent.isEmpty()) {
      request.header("traceparent", traceparent);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  private static Map<String, String> attributes(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(toMap(KeyValue::getKey, pair -> pair.getValue().getStringValue()));
  }

  private Span ours(String trace) throws Exception {
    return receiver.awaitSpan(
        span ->
            span.getName().equals("tools/call create_todo")
                && hex(span.getTraceId()).equals(trace));
  }

  @Test
  void a_call_is_a_span_below_the_one_that_the_message_names() throws Exception {
    String meta = ",\"traceparent\":\"00-" + CLIENT_TRACE + "-" + CLIENT_SPAN + "-01\"";
    String other = "5bf92f3577b34da6a3ce929d0e0e4736";
    assertThat(call(TITLE, meta, "00-" + other + "-10f067aa0ba902b7-01")).isEqualTo(200);

    Span span = ours(CLIENT_TRACE);
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(hex(span.getParentSpanId())).isEqualTo(CLIENT_SPAN);
    assertThat(attributes(span.getAttributesList()))
        .containsEntry("mcp.method.name", "tools/call")
        .containsEntry("mcp.protocol.version", "2026-07-28")
        .containsEntry("gen_ai.tool.name", "create_todo")
        .containsEntry("gen_ai.operation.name", "execute_tool")
        .containsEntry("jsonrpc.request.id", "c-42");
    // What the server makes of the header is the transport's and linked.
    assertThat(span.getLinksList())
        .singleElement()
        .satisfies(link -> assertThat(hex(link.getTraceId())).isEqualTo(other));
    ByteString http = span.getLinks(0).getSpanId();
    receiver.awaitSpan(each -> each.getSpanId().equals(http));
    assertThat(process.awaitOutput(CLIENT_TRACE, Duration.ofMinutes(4))).isNotEmpty();
  }

  @Test
  void without_a_trace_of_the_client_the_audit_names_the_one_that_begins_here() throws Exception {
    assertThat(call("x", "", "")).isEqualTo(200);

    Span span =
        receiver.awaitSpan(
            each ->
                each.getName().equals("tools/call create_todo")
                    && !hex(each.getTraceId()).equals(CLIENT_TRACE));
    assertThat(process.output()).contains(hex(span.getTraceId()));
  }

  @Test
  void calls_and_refusals_are_measured_by_few_words() throws Exception {
    assertThat(call("x", "", "")).isEqualTo(200);

    HistogramDataPoint duration =
        receiver
            .awaitMetric(
                metric ->
                    metric.getName().equals("mcp.server.operation.duration")
                        && metric.getHistogram().getDataPointsCount() > 0)
            .getHistogram()
            .getDataPoints(0);
    assertThat(attributes(duration.getAttributesList()))
        .containsEntry("gen_ai.tool.name", "create_todo")
        .doesNotContainKey("jsonrpc.request.id");
    if (Server.takesBuckets()) {
      assertThat(duration.getExplicitBoundsList()).startsWith(0.01, 0.02).endsWith(120.0, 300.0);
    }
    List<NumberDataPoint> refusals =
        receiver
            .awaitMetric(metric -> metric.getName().equals("gatehouse.refusals"))
            .getSum()
            .getDataPointsList();
    assertThat(refusals)
        .extracting(refusal -> attributes(refusal.getAttributesList()))
        .anySatisfy(
            words ->
                assertThat(words)
                    .containsEntry("gatehouse.refusal.outcome", "refused-authentication")
                    .containsEntry("gatehouse.refusal.reason", "NO_TOKEN"));
  }

  @Test
  void nothing_that_is_exported_holds_a_token_or_an_argument() throws Exception {
    call(TITLE, ",\"traceparent\":\"00-" + CLIENT_TRACE + "-" + CLIENT_SPAN + "-01\"", "");
    ours(CLIENT_TRACE);

    assertThat(receiver.spans().toString() + receiver.metrics())
        .doesNotContain(TITLE)
        .doesNotContain(token.substring(0, 40))
        .doesNotContain(token.substring(token.length() - 40));
  }
}
