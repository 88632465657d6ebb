package dev.gatehouse.telemetry;

import dev.gatehouse.jsonrpc.JsonRpcId;
import dev.gatehouse.mcp.call.ReceivedRequest;
import dev.gatehouse.mcp.call.RequestObservation;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Spans and metrics by the conventions for MCP servers. */
final class OpenTelemetryRecorder implements Recorder {
  private static final int MAX_ID = 64;
  private static final List<Double> SECONDS =
      List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0);

  private final SpanTargets subjects;
  private final Tracer tracer;
  private final DoubleHistogram duration;
  private final LongCounter refusals;
  // What can be a key is declared, so both end growing.
  private final Map<Key, Operation> operations = new ConcurrentHashMap<>();
  private final Map<Refusal, Attributes> refused = new ConcurrentHashMap<>();

  private record Key(String method, Optional<SpanTarget> subject) {}

  private record Refusal(String outcome, String reason) {}

  OpenTelemetryRecorder(OpenTelemetry telemetry, SpanTargets subjects) {
    this.subjects = subjects;
    tracer = telemetry.getTracer(Names.SCOPE);
    Meter meter = telemetry.getMeter(Names.SCOPE);
    duration =
        withBuckets(
                meter
                    .histogramBuilder(Names.DURATION)
                    .setUnit("s")
                    .setDescription("How long it took to answer a request"))
            .build();
    refusals =
        meter
            .counterBuilder(Names.REFUSALS)
            .setUnit("{request}")
            .setDescription("Requests that were refused")
            .build();
  }

  private static DoubleHistogramBuilder withBuckets(DoubleHistogramBuilder builder) {
    try {
      return builder.setExplicitBucketBoundariesAdvice(SECONDS);
    } catch (NoSuchMethodError olderThan132) {
      return builder;
    }
  }

  @Override
  public RequestObservation arrived(ReceivedRequest request) {
    String method = SpanTargets.method(request.request().method());
    Optional<SpanTarget> subject = subjects.find(method, request.request().params());
    Operation operation =
        operations.computeIfAbsent(
            new Key(method, subject), key -> Operation.of(key.method, key.subject));
    Optional<String> version = request.version();
    Parent parent = Parent.of(request);
    SpanBuilder builder =
        tracer
            .spanBuilder(operation.name())
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent.context())
            .setAllAttributes(operation.ofSpan());
    parent.link().ifPresent(builder::addLink);
    Span span = builder.startSpan();
    if (span.isRecording()) {
      span.setAttribute(Names.ID, text(request.request().id()));
      version.ifPresent(known -> span.setAttribute(Names.VERSION, known));
    }
    return new RequestSpan(operation, version, parent.context().with(span), duration);
  }

  private static String text(JsonRpcId id) {
    String text =
        id.value() instanceof JsonString string ? string.getString() : id.value().toString();
    return text.length() <= MAX_ID ? text : text.substring(0, MAX_ID);
  }

  @Override
  public Optional<String> traceparent() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? Optional.of(
            "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex())
        : Optional.empty();
  }

  @Override
  public void refused(String outcome, String reason, int count) {
    refusals.add(
        count, refused.computeIfAbsent(new Refusal(outcome, reason), OpenTelemetryRecorder::of));
  }

  private static Attributes of(Refusal refusal) {
    return refusal.reason.isEmpty()
        ? Attributes.of(Names.OUTCOME, refusal.outcome)
        : Attributes.of(Names.OUTCOME, refusal.outcome, Names.REASON, refusal.reason);
  }
}
