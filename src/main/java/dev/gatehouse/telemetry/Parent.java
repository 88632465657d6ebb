package dev.gatehouse.telemetry;

import dev.gatehouse.mcp.call.ReceivedRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/**
 * What a request's span belongs to: the span that the message names; else the one that the server
 * began for the HTTP request; else the one that its headers name.
 *
 * @param link the server's span, where the message names another
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
record Parent(Context context, Optional<SpanContext> link) {
  // A traceparent has 55 characters, and nobody has to pass on more of a tracestate.
  private static final int MAX_LENGTH = 512;
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final List<String> FIELDS = List.of("traceparent", "tracestate");

  private static final TextMapGetter<JsonObject> META =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(JsonObject meta) {
          return FIELDS;
        }

        @Override
        public String get(JsonObject meta, String key) {
          return Optional.ofNullable(meta)
              .map(present -> present.get(key))
              .filter(JsonString.class::isInstance)
              .map(text -> bounded(((JsonString) text).getString()))
              .orElse(null);
        }
      };

  private static final TextMapGetter<ReceivedRequest> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(ReceivedRequest request) {
          return FIELDS;
        }

        @Override
        public String get(ReceivedRequest request, String key) {
          return Optional.ofNullable(request)
              .flatMap(present -> present.headers().header(key))
              .map(Parent::bounded)
              .orElse(null);
        }
      };

  static Parent of(ReceivedRequest request) {
    Context ambient = Context.current();
    SpanContext server = Span.fromContext(ambient).getSpanContext();
    Span client = Span.fromContext(W3C.extract(Context.root(), request.meta(), META));
    if (client.getSpanContext().isValid()) {
      return new Parent(
          ambient.with(client),
          Optional.of(server)
              .filter(SpanContext::isValid)
              .filter(span -> !span.getSpanId().equals(client.getSpanContext().getSpanId())));
    }
    return new Parent(
        server.isValid() ? ambient : W3C.extract(ambient, request, HEADERS), Optional.empty());
  }

  private static String bounded(String value) {
    return value.length() <= MAX_LENGTH ? value : null;
  }
}
