package dev.gatehouse.support.client;

import static dev.gatehouse.support.client.Gatehouse.post;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One client that follows a stream, on a connection of its own. */
public final class Listening implements AutoCloseable {
  public static final String TOOLS = "\"toolsListChanged\":true";
  public static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  private final BufferedReader lines;

  private Listening(BufferedReader lines) {
    this.lines = lines;
  }

  public static String body(String notifications, String meta) {
    return "{\"jsonrpc\":\"2.0\",\"id\":11,\"method\":\"subscriptions/listen\",\"params\":{"
        + "\"notifications\":{"
        + notifications
        + "},"
        + meta
        + "}}";
  }

  public static HttpRequest.Builder request(String token, String body) {
    return post(body)
        .header("Authorization", "Bearer " + token)
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "subscriptions/listen");
  }

  /** The same as it goes over the wire. */
  public static byte[] wire(String token) {
    URI url = Gatehouse.url("/mcp");
    String body = body(TOOLS, META);
    return ("POST /mcp HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
            + "Accept: application/json, text/event-stream\r\nAuthorization: Bearer %s\r\n"
            + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: subscriptions/listen\r\n"
            + "Content-Length: %d\r\n\r\n%s")
        .formatted(url.getAuthority(), token, body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  public static Listening to(String token, String notifications) throws Exception {
    return to(request(token, body(notifications, META)));
  }

  /** Follows a stream; its status must be 200. */
  public static Listening to(HttpRequest.Builder request) throws Exception {
    var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200
        || response.headers().firstValue("X-Accel-Buffering").isEmpty()) {
      throw new IOException(response + " " + response.headers());
    }
    return new Listening(
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
  }

  /** The next message; null when the stream has ended; there may be comments for two minutes. */
  public String event() throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    String line = line();
    while (line != null && !line.startsWith("data:")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Nothing but comments for two minutes");
      }
      line = line();
    }
    return line;
  }

  /** The id of the next event that has one. */
  public String id() throws Exception {
    String line = line();
    while (!line.startsWith("id:")) {
      line = line();
    }
    return line.substring("id:".length()).strip();
  }

  // A stream that is stuck fails the test instead of stopping it.
  public String line() throws Exception {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return lines.readLine();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .get(2, TimeUnit.MINUTES);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
