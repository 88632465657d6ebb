package dev.gatehouse.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

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

  /** One download at a time; an IOException for every answer but a complete 200. */
  String read() throws IOException {
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
