package dev.gatehouse.diagnostics;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** HTTP requests in bounded time and size; redirects are not followed. */
final class WebProbe {
  private static final int MOST_BYTES = 512 * 1024;

  private final ScheduledExecutorService watch;
  private final Duration limit;
  private final Clock clock;

  /** The executor ends requests that take longer than the limit. */
  WebProbe(ScheduledExecutorService watch, Duration limit, Clock clock) {
    this.watch = watch;
    this.limit = limit;
    this.clock = clock;
  }

  ProbeAnswer get(URI url, Map<String, String> headers) {
    return send("GET", url, headers);
  }

  /** An empty JSON object. */
  ProbeAnswer post(URI url, Map<String, String> headers) {
    return send("POST", url, headers);
  }

  private ProbeAnswer send(String method, URI url, Map<String, String> headers) {
    AtomicBoolean late = new AtomicBoolean();
    Optional<Future<?>> cut = Optional.empty();
    try {
      HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
      cut = Optional.of(cutWhenLate(connection, late));
      try {
        prepare(connection, method, headers);
        return answer(connection);
      } finally {
        connection.disconnect();
      }
    } catch (IOException | RuntimeException failure) {
      // What a connection throws when it is cut from outside is nowhere defined.
      return late.get() ? ProbeAnswer.Failed.late(limit) : ProbeAnswer.Failed.by(failure, limit);
    } finally {
      cut.ifPresent(task -> task.cancel(false));
    }
  }

  /** Timeouts count from byte to byte only. */
  private Future<?> cutWhenLate(HttpURLConnection connection, AtomicBoolean late) {
    Runnable task =
        () -> {
          late.set(true);
          connection.disconnect();
        };
    return watch.schedule(task, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void prepare(HttpURLConnection connection, String method, Map<String, String> headers)
      throws IOException {
    connection.setConnectTimeout((int) limit.toMillis());
    connection.setReadTimeout((int) limit.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestMethod(method);
    connection.setRequestProperty("Accept", "application/json, text/event-stream");
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("User-Agent", "gatehouse");
    headers.forEach(connection::setRequestProperty);
    if (method.equals("POST")) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private ProbeAnswer answer(HttpURLConnection connection) throws IOException {
    Instant asked = clock.instant();
    int status = connection.getResponseCode();
    Instant half = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
    long date = connection.getHeaderFieldDate("Date", 0);
    Map<String, String> headers = new HashMap<>();
    connection
        .getHeaderFields()
        .forEach(
            (name, values) -> {
              if (name != null && !values.isEmpty()) {
                headers.put(name.toLowerCase(Locale.ROOT), values.get(0));
              }
            });
    String body = body(connection);
    return new ProbeAnswer.Answered(
        status,
        headers,
        body,
        date == 0
            ? Optional.empty()
            : Optional.of(Duration.between(half, Instant.ofEpochMilli(date))));
  }

  private static String body(HttpURLConnection connection) throws IOException {
    boolean failed = connection.getResponseCode() >= 400;
    try (InputStream in = failed ? connection.getErrorStream() : connection.getInputStream()) {
      byte[] bytes =
          Optional.ofNullable(in)
              .orElseGet(InputStream::nullInputStream)
              .readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("the answer is larger than " + MOST_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
