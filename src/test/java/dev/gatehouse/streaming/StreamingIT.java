package dev.gatehouse.streaming;

import static dev.gatehouse.http.Gatehouse.callTool;
import static dev.gatehouse.http.Gatehouse.post;
import static dev.gatehouse.http.Gatehouse.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.http.Gatehouse;
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
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StreamingIT {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  private final String name = UUID.randomUUID().toString();

  @Deployment(testable = false)
  static WebArchive war() {
    return Gatehouse.war().addClasses(SlowTools.class);
  }

  private HttpRequest call(String tool, String meta, boolean modern) throws Exception {
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

  private void open() throws Exception {
    callTool(token(), "open", "{\"name\":\"" + name + "\"}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_event_leaves_at_once_while_the_tool_goes_on(boolean modern) throws Exception {
    HttpResponse<InputStream> response =
        HTTP.send(call("step", "\"progressToken\":\"p1\"", modern), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
    try (BufferedReader events = reader(response)) {
      // The tool waits for what only this reader does next.
      assertThat(event(events))
          .contains("notifications/progress", "\"progressToken\":\"p1\"", "\"progress\":1,");
      open();
      assertThat(event(events)).contains("\"progress\":2,\"total\":2");
      assertThat(event(events)).contains("\"id\":\"s1\"", "true for ");
      assertThat(event(events)).isNull();
    }
  }

  @Test
  void without_a_token_for_progress_the_answer_is_plain_json() throws Exception {
    open();
    HttpResponse<String> response = HTTP.send(call("step", "", true), BodyHandlers.ofString());
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    assertThat(response.headers().firstValue("Content-Length")).isPresent();
  }

  @Test
  void a_silent_stream_is_kept_alive_with_comments() throws Exception {
    HttpResponse<InputStream> response =
        HTTP.send(call("step", "\"progressToken\":1", true), BodyHandlers.ofInputStream());
    try (BufferedReader events = reader(response)) {
      event(events);
      // Each is followed by an empty line.
      int comments = 0;
      while (comments < 3) {
        comments += next(events).startsWith(":") ? 1 : 0;
      }
      open();
    }
  }

  @Test
  void a_client_that_leaves_cancels_and_interrupts_the_tool() throws Exception {
    HttpResponse<InputStream> response =
        HTTP.send(call("linger", "", true), BodyHandlers.ofInputStream());
    response.body().close();
    String arguments = "{\"name\":\"" + name + "\"}";
    String end = "";
    for (int i = 0; i < 60 && !end.contains("cancelled and interrupted"); i++) {
      Thread.sleep(500);
      end = callTool(token(), "end", arguments).body();
    }
    assertThat(end).contains("cancelled and interrupted");
  }

  private static BufferedReader reader(HttpResponse<InputStream> response) {
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static String event(BufferedReader events) throws Exception {
    String line = next(events);
    while (line != null && !line.matches("data: .+")) {
      line = next(events);
    }
    return line;
  }

  // A stream that is stuck fails the test instead of stopping it.
  private static String next(BufferedReader events) throws Exception {
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
