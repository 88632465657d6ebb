package dev.gatehouse.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParentTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
  private static final String HEADER = "00-1af7651916cd43dd8448eb211c80319c-c7ad6b7169203331-01";

  private Measured server;

  @BeforeEach
  void start() throws Exception {
    server = new Measured();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String meta(String traceparent) {
    return "\"traceparent\":\"" + traceparent + "\"";
  }

  /** The same while the server's span of the HTTP request is current. */
  private SpanData callWithin(SpanContext http, String meta, Map<String, String> headers)
      throws Exception {
    Scope scope = Span.wrap(http).makeCurrent();
    try {
      return server.call(meta, headers);
    } finally {
      scope.close();
    }
  }

  private static SpanContext http() {
    Span span = Measured.SERVER.getTracer("http").spanBuilder("POST").setNoParent().startSpan();
    return span.getSpanContext();
  }

  @Test
  void the_span_that_the_message_names_is_the_parent() throws Exception {
    SpanData span = server.call(meta(PARENT) + ",\"tracestate\":\"acme=1\"", Map.of());

    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(span.getParentSpanContext().getTraceState().get("acme")).isEqualTo("1");
    assertThat(span.getLinks()).isEmpty();
  }

  @Test
  void the_servers_own_span_is_linked_then() throws Exception {
    SpanContext http = http();
    SpanData span = callWithin(http, meta(PARENT), Map.of("traceparent", HEADER));

    assertThat(span.getTraceId()).isEqualTo(TRACE);
    assertThat(span.getLinks()).extracting(LinkData::getSpanContext).containsExactly(http);
  }

  @Test
  void the_servers_own_span_is_the_parent_of_what_names_none() throws Exception {
    SpanContext http = http();
    SpanData span = callWithin(http, "", Map.of("traceparent", HEADER));

    assertThat(span.getTraceId()).isEqualTo(http.getTraceId());
    assertThat(span.getParentSpanId()).isEqualTo(http.getSpanId());
    assertThat(span.getLinks()).isEmpty();
  }

  @Test
  void without_either_the_header_names_the_parent() throws Exception {
    SpanData span = server.call("", Map.of("traceparent", HEADER));

    assertThat(span.getTraceId()).isEqualTo("1af7651916cd43dd8448eb211c80319c");
    assertThat(span.getParentSpanId()).isEqualTo("c7ad6b7169203331");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"traceparent\":7",
        "\"traceparent\":\"\"",
        "\"traceparent\":\"00-00000000000000000000000000000000-b7ad6b7169203331-01\"",
        "\"traceparent\":\"ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\"",
        "\"tracestate\":\"acme=1\""
      })
  void what_is_no_trace_is_ignored(String meta) throws Exception {
    SpanContext http = http();

    assertThat(callWithin(http, meta, Map.of()).getParentSpanId()).isEqualTo(http.getSpanId());
  }

  @Test
  void a_state_longer_than_anybody_has_to_keep_is_dropped() throws Exception {
    String state = "\"tracestate\":\"acme=" + "x".repeat(200) + ",b=" + "y".repeat(200) + ",c=";
    SpanData kept = server.call(meta(PARENT) + "," + state + "1\"", Map.of());
    SpanData dropped = server.call(meta(PARENT) + "," + state + "z".repeat(200) + "\"", Map.of());

    assertThat(kept.getParentSpanContext().getTraceState().isEmpty()).isFalse();
    assertThat(dropped.getTraceId()).isEqualTo(TRACE);
    assertThat(dropped.getParentSpanContext().getTraceState().isEmpty()).isTrue();
  }

  @Test
  void a_client_that_names_the_same_span_twice_is_linked_to_nothing() throws Exception {
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            TRACE,
            "b7ad6b7169203331",
            io.opentelemetry.api.trace.TraceFlags.getSampled(),
            io.opentelemetry.api.trace.TraceState.getDefault());

    assertThat(callWithin(remote, meta(PARENT), Map.of()).getLinks()).isEmpty();
  }
}
