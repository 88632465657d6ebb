package dev.gatehouse.telemetry;

import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.ClientOriginHolder;
import dev.gatehouse.mcp.McpConversation;
import dev.gatehouse.mcp.call.CallEnd;
import dev.gatehouse.mcp.call.McpResponse;
import dev.gatehouse.mcp.call.MethodCall;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import dev.gatehouse.platform.CallThreads;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client of a server that has OpenTelemetry, in process, and what was measured of it. */
final class Measured implements AutoCloseable, McpConversation.Watch {
  private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();
  private static final InMemoryMetricReader METRICS = InMemoryMetricReader.createDelta();
  static final OpenTelemetrySdk SERVER =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(SPANS))
                  .build())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(METRICS).build())
          .build();

  /** What a server with MicroProfile Telemetry offers. */
  @ApplicationScoped
  static class Provider {
    @Produces
    OpenTelemetry telemetry() {
      return SERVER;
    }
  }

  @ApplicationScoped
  static class Threads extends CallThreads {
    @Override
    public Thread thread(Runnable work) {
      return new Thread(work);
    }
  }

  private static final String SWITCH = "otel.sdk.disabled";

  private final McpConversation mcp;
  private final Telemetry telemetry;

  /** The {@code traceparent} that each call's audit would get. */
  final List<Optional<String>> traceparents = new ArrayList<>();

  Measured() throws Exception {
    this("false", Provider.class);
  }

  /** With this value of the switch, on a server that offers this. */
  Measured(String disabled, Class<?>... offered) throws Exception {
    SPANS.reset();
    METRICS.collectAllMetrics();
    List<Class<?>> beans =
        new ArrayList<>(
            List.of(
                MeasuredBeans.class,
                AuditLog.class,
                ClientOriginHolder.class,
                Threads.class,
                Telemetry.class));
    beans.addAll(List.of(offered));
    mcp = new McpConversation(beans.toArray(Class<?>[]::new));
    telemetry = mcp.bean(Telemetry.class);
    System.setProperty(SWITCH, disabled);
    try {
      // The proxy makes its bean at the first call.
      telemetry.toString();
    } catch (RuntimeException e) {
      mcp.close();
      throw e;
    } finally {
      System.clearProperty(SWITCH);
    }
    mcp.watchedBy(this);
  }

  @Override
  public RequestObservation observe(ReceivedRequest request) {
    return telemetry.arrived(request);
  }

  @Override
  public CallEnd admit(MethodCall call) {
    traceparents.add(telemetry.traceparent());
    return CallEnd.NONE;
  }

  <T> T bean(Class<T> type) {
    return mcp.bean(type);
  }

  String session(String version) throws Exception {
    return mcp.session(version);
  }

  static String body(String method, String params, String meta) {
    return """
        {"jsonrpc":"2.0","id":"r-7","method":"%s","params":{%s"_meta":{\
        "io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":{}%s}}}"""
        .formatted(method, params.isEmpty() ? "" : params + ",", meta.isEmpty() ? "" : "," + meta);
  }

  static Map<String, String> headers(String method, String params) {
    Map<String, String> headers = new HashMap<>();
    headers.put("MCP-Protocol-Version", "2026-07-28");
    headers.put("Mcp-Method", method);
    headers.put("Mcp-Name", params.replaceAll(".*\"(name|uri)\":\"([^\"]*)\".*", "$2"));
    return headers;
  }

  /** A request of the modern era with these members of its params. */
  McpResponse.Immediate send(String method, String params) throws Exception {
    return mcp.send(body(method, params, ""), headers(method, params));
  }

  McpResponse.Immediate send(String body, Map<String, String> headers) throws Exception {
    return mcp.send(body, headers);
  }

  McpResponse follow(String body, Map<String, String> headers) throws Exception {
    return mcp.sendFollowing(body, headers);
  }

  /** Calls {@code add} with this in its {@code _meta} and headers; its span. */
  SpanData call(String meta, Map<String, String> more) throws Exception {
    Map<String, String> headers = headers("tools/call", "\"name\":\"add\"");
    headers.putAll(more);
    mcp.send(body("tools/call", "\"name\":\"add\"", meta), headers);
    return span();
  }

  /** The one span that ended since the last look. */
  SpanData span() {
    List<SpanData> spans = spans();
    if (spans.size() != 1) {
      throw new AssertionError("Not one span: " + spans);
    }
    return spans.get(0);
  }

  List<SpanData> spans() {
    List<SpanData> spans = SPANS.getFinishedSpanItems();
    SPANS.reset();
    return spans;
  }

  /** What was measured since the last look, by its name. */
  Map<String, MetricData> metrics() {
    Map<String, MetricData> metrics = new HashMap<>();
    Collection<MetricData> all = METRICS.collectAllMetrics();
    all.forEach(metric -> metrics.put(metric.getName(), metric));
    return metrics;
  }

  @Override
  public void close() {
    mcp.close();
  }
}
