package dev.gatehouse.diagnostics;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.outbound.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks as MCP clients do, and takes whatever comes for an answer. */
record WebProbe(BoundedHttpClient http, Duration limit, Clock clock) {
  private static final Map<String, String> ACCEPT =
      Map.of("Accept", "application/json, text/event-stream");

  private interface Exchange {
    Response with(Map<String, String> headers) throws IOException;
  }

  ProbeAnswer get(URI url, Map<String, String> headers) {
    return send(headers, all -> http.get(url, all, limit));
  }

  /** An empty JSON object. */
  ProbeAnswer post(URI url, Map<String, String> headers) {
    return send(headers, all -> http.post(url, all, limit));
  }

  private ProbeAnswer send(Map<String, String> headers, Exchange exchange) {
    Map<String, String> all = new HashMap<>(ACCEPT);
    all.putAll(headers);
    Instant asked = clock.instant();
    try {
      Response response = exchange.with(all);
      return new ProbeAnswer.Answered(
          response.status(), response.headers(), response.body(), ahead(response, asked));
    } catch (IOException | RuntimeException failure) {
      return ProbeAnswer.Failed.by(failure, limit);
    }
  }

  private Optional<Duration> ahead(Response response, Instant asked) {
    Instant half = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
    String date = response.headers().getOrDefault("date", "");
    try {
      Instant theirs = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      return Optional.of(Duration.between(half, theirs));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
