package dev.gatehouse.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jose4j.lang.JoseException;

/**
 * Reads the JWK Set over HTTP, in bounded time and size. HttpURLConnection, because it needs no
 * threads of its own that could outlive the application.
 */
final class JwksDownload {
  private static final int MOST_BYTES = 512 * 1024;

  private final URI url;
  private final Duration limit;
  private volatile Running running = Running.NOTHING;

  /** A download and the {@link System#nanoTime} at which it must be over. */
  private record Running(HttpURLConnection connection, long deadline) {
    static final Running NOTHING = new Running(null, 0);

    boolean overdue() {
      return connection != null && System.nanoTime() - deadline > 0;
    }
  }

  JwksDownload(URI url, Duration limit) {
    this.url = url;
    this.limit = limit;
  }

  Duration limit() {
    return limit;
  }

  /** An IOException for every answer without a usable key; one download at a time. */
  KeySet read(Set<String> algorithms) throws IOException {
    KeySet keys = parse(text(), algorithms);
    if (keys.entries().isEmpty()) {
      throw new IOException("The answer has no usable key");
    }
    return keys;
  }

  private static KeySet parse(String json, Set<String> algorithms) throws IOException {
    try {
      return KeySet.parse(json, algorithms);
    } catch (JoseException junk) {
      throw new IOException("The answer is not a JWK Set", junk);
    }
  }

  private String text() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    running = new Running(connection, System.nanoTime() + limit.toNanos());
    try {
      prepare(connection);
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("HTTP status " + connection.getResponseCode());
      }
      return body(connection);
    } finally {
      running = Running.NOTHING;
      connection.disconnect();
    }
  }

  /**
   * The HTTP client can't watch the clock while header lines drip in, so whoever comes by cuts a
   * download that is overdue.
   */
  void cutIfOverdue() {
    Running seen = running;
    if (seen.overdue()) {
      seen.connection.disconnect();
    }
  }

  private void prepare(HttpURLConnection connection) {
    int half = (int) Math.max(1, limit.toMillis() / 2);
    connection.setConnectTimeout(half);
    connection.setReadTimeout(half);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("Connection", "close");
    connection.setRequestProperty("User-Agent", "gatehouse");
  }

  private String body(HttpURLConnection connection) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (InputStream in = connection.getInputStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        body.write(buffer, 0, count);
        checkBounds(body.size());
      }
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private void checkBounds(int size) throws IOException {
    if (running.overdue()) {
      throw new SocketTimeoutException("The answer takes too long");
    }
    if (size > MOST_BYTES) {
      throw new IOException("The answer is too large");
    }
  }
}
