package dev.gatehouse.telemetry;

import dev.gatehouse.mcp.call.RequestEnd;
import dev.gatehouse.mcp.call.RequestObservation;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.function.Supplier;

/** A request that is being answered. */
final class RequestSpan implements RequestObservation {
  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();
  private final Operation operation;
  private final Optional<String> version;
  private final Context context;
  private final DoubleHistogram duration;

  RequestSpan(
      Operation operation, Optional<String> version, Context context, DoubleHistogram duration) {
    this.operation = operation;
    this.version = version;
    this.context = context;
    this.duration = duration;
  }

  @Override
  public <T> T within(Supplier<T> work) {
    Scope scope = context.makeCurrent();
    try {
      return work.get();
    } finally {
      scope.close();
    }
  }

  // No description and no exception: messages may quote what a client sent.
  @Override
  public void ended(RequestEnd end) {
    Span span = Span.fromContext(context);
    if (end.error().isPresent()) {
      span.setStatus(StatusCode.ERROR);
      span.setAttribute(Names.ERROR, end.error().get());
      end.code().ifPresent(code -> span.setAttribute(Names.STATUS, String.valueOf(code)));
    }
    span.end();
    duration.record((System.nanoTime() - start) / NANOS, operation.ofMetric(version, end), context);
  }
}
