package dev.gatehouse.it.streaming;

import static dev.gatehouse.support.client.Gatehouse.callTool;
import static dev.gatehouse.support.client.Gatehouse.post;
import static dev.gatehouse.support.client.Gatehouse.token;

import dev.gatehouse.support.client.Gatehouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A call of one of the slow tools, and what its client reads. */
final class SlowCall {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  /** Tells this call's gate from those of others. */
  final String name = UUID.randomUUID().toString();

  HttpResponse<InputStream> send(String tool, String meta, boolean modern) throws Exception {
    return HTTP.send(request(tool, meta, modern), BodyHandlers.ofInputStream());
  }

  private HttpRequest request(String tool, String meta, boolean modern) throws Exception {
    String envelope =
        modern
            ? "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}"
            : "";
    String comma = modern && !meta.isEmpty() ? "," : "";
    HttpRequest.Builder request =
        post("""
                {"jsonrpc":"2.0","id":"s1","method":"tools/call","params":{"name":"%s",\
                "arguments":{"name":"%s"},"_meta":{%s%s%s}}}"""
                .formatted(tool, name, envelope, comma, meta))
            .header("Authorization", "Bearer " + token());
    if (modern) {
      request
          .header("MCP-Protocol-Version", "2026-07-28")
          .header("Mcp-Method", "tools/call")
          .header("Mcp-Name", tool);
    } else {
      request.header("Mcp-Session-Id", Gatehouse.session(token()));
    }
    return request.build();
  }

  /** Lets the tool go on. */
  void open() throws Exception {
    callTool(token(), "open", "{\"name\":\"" + name + "\"}");
  }

  static BufferedReader reader(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  static String event(BufferedReader events) throws Exception {
    String line = next(events);
    while (line != null && !line.matches("data: .+")) {
      line = next(events);
    }
    return line;
  }

  // A stream that is stuck fails the test instead of stopping it.
  static String next(BufferedReader events) throws Exception {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return events.readLine();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .get(30, TimeUnit.SECONDS);
  }
}
