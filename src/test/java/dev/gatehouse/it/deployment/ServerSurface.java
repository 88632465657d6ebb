package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers reach of a server that was made of server-config, and what they leave in it. */
abstract class ServerSurface {
  private static final int TIMES = 20;
  private static final int CALLS = 1000;

  private final HttpClient client = HttpClient.newHttpClient();
  final Values values = Beside.values();
  Server server;
  ServerProcess process;

  // Ready means that the doctor has looked too.
  private void awaitReady() throws Exception {
    for (int i = 0; i < 480; i++) {
      try {
        if (get(Server.health(values) + "/ready").statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // The port is closed.
      }
      Thread.sleep(500);
    }
    throw new AssertionError("It did not get ready: " + process.output());
  }

  private HttpResponse<String> get(String url) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  @Test
  @Order(1)
  void the_doctor_leaves_nothing_in_the_audit() throws Exception {
    awaitReady();
    assertThat(audit()).isEmpty();
  }

  @Test
  @Order(3)
  void every_decision_is_a_line_of_json_in_a_file_of_its_own() throws Exception {
    URI url = URI.create(values.mcpUrl());
    int before = audit().size();
    assertThat(get(values.mcpUrl()).statusCode()).isEqualTo(401);

    assertThat(audit(before + 1))
        .hasSize(before + 1)
        .last()
        .satisfies(
            line ->
                assertThat(Json.createReader(new StringReader(line)).readObject())
                    .containsKey("time")
                    .containsEntry("outcome", Json.createValue("refused-authentication"))
                    .containsEntry("reason", Json.createValue("NO_TOKEN"))
                    .containsEntry("address", Json.createValue(url.getHost())));
    assertThat(process.output()).doesNotContain("refused-authentication");
  }

  @Test
  @Order(4)
  void a_thousand_calls_are_as_many_lines_of_the_audit_and_none_of_the_log() throws Exception {
    HttpRequest call = call(Beside.token());
    int before = audit().size();
    assertThat(client.send(call, BodyHandlers.ofString()).body()).contains("\"todos\":[]");
    int audited = audit(before + 1).size();
    long logged = server.logLines();
    for (int i = 0; i < CALLS; i++) {
      assertThat(client.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    assertThat(audit(audited + CALLS)).hasSize(audited + CALLS);
    // The doctor looks once more when the first token came.
    assertThat(server.logLines() - logged).isLessThan(CALLS / 50);
  }

  private HttpRequest call(String token) {
    return HttpRequest.newBuilder(URI.create(values.mcpUrl()))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", "list_todos")
        .POST(
            BodyPublishers.ofString(
                """
                {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{
                  "name":"list_todos","arguments":{},"_meta":{
                    "io.modelcontextprotocol/protocolVersion":"2026-07-28",
                    "io.modelcontextprotocol/clientInfo":{"name":"t","version":"1"},
                    "io.modelcontextprotocol/clientCapabilities":{}}}}
                """))
        .build();
  }

  // A line is written a little after its call.
  private List<String> audit(int many) throws Exception {
    for (int i = 0; i < 300 && audit().size() < many; i++) {
      Thread.sleep(100);
    }
    return audit();
  }

  private List<String> audit() throws IOException {
    Path file = server.auditFile();
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Test
  void it_listens_where_the_page_says_and_on_loopback_only() {
    // The page says which others: 4848 and 9990, and a free one of Liberty's.
    String own = "127.0.0.1:" + values.port();
    String management = "127.0.0.1:" + values.managementPort();
    Set<String> listeners = process.listeners();

    switch (Server.kind()) {
      case "payara-micro" -> assertThat(listeners).containsExactly(own);
      case "liberty" ->
          assertThat(listeners)
              .contains(own)
              .hasSize(2)
              .allMatch(listener -> listener.startsWith("127.0.0.1:"));
      default -> assertThat(listeners).containsExactlyInAnyOrder(own, management);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/openapi"})
  void strangers_are_told_nothing_of_the_server_or_the_endpoint(String path) throws Exception {
    HttpResponse<String> answer = get("http://127.0.0.1:" + values.port() + path);

    if (path.equals("/openapi") && Server.kind().equals("liberty")) {
      assertThat(answer.body()).contains("paths: {}"); // of an empty document
    } else {
      assertThat(answer.statusCode()).isIn(403, 404);
    }
    assertThat(answer.body()).doesNotContain("/mcp", "jvm_", "admin");
  }

  // What only the server sees, and has no switch for, is on its page.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Content-Type,POST /mcp,127.0.0.1,Content-Type: garbage,",
    "Content-Type of signs,POST /mcp,127.0.0.1,Content-Type: ;;=;,",
    "Accept,POST /mcp,127.0.0.1,Accept: garbage,",
    "Basic,POST /mcp,127.0.0.1,Authorization: Basic Zm9vOmJhcg==,liberty",
    "Negotiate,POST /mcp,127.0.0.1,Authorization: Negotiate YII=,",
    "a token of nobody,POST /mcp,127.0.0.1,Authorization: Bearer a.b.c,",
    "a coded slash,GET /mcp%2f,127.0.0.1,X: x,",
    "a coded backslash,GET /mcp%5c,127.0.0.1,X: x,",
    "a fragment,GET /mcp#x,127.0.0.1,X: x,",
    "an asterisk,GET *,127.0.0.1,X: x,",
    "no slash,GET mcp,127.0.0.1,X: x,",
    "a path that is no code,GET /%zz,127.0.0.1,X: x,payara",
    "no host,GET /mcp,,X: x,payara",
    "a host with a port that is none,GET /mcp,x:y,X: x,payara",
    "a chunk that is none,POST /mcp,127.0.0.1,Transfer-Encoding: chunked,payara",
    "a length that is none,POST /mcp,127.0.0.1,Content-Length: x,"
  })
  void a_stranger_writes_no_stack_traces_into_the_log(
      String name, String start, String host, String header, String loud) throws Exception {
    // A GET with a body would be refused for that alone.
    boolean measured = start.startsWith("POST") && !header.matches("(Content-Length|Transfer).*");
    String request =
        "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s%s\r\n\r\n%s"
            .formatted(
                start,
                host == null ? "" : host,
                measured ? "Content-Length: 2\r\n" : "",
                header,
                start.startsWith("POST") ? "{}\r\n" : "");
    long before = server.logLines();
    String status = "";
    for (int i = 0; i < TIMES; i++) {
      status = status(request);
    }
    Thread.sleep(1000);

    long lines = server.logLines() - before;
    System.out.println(status + ", " + lines + " lines of " + TIMES + " requests with " + name);
    if (loud != null && Server.kind().startsWith(loud)) {
      assertThat(Files.readString(Path.of("docs/servers.md")))
          .contains("| " + name + " | " + status);
      assertThat(lines).isLessThan(80 * TIMES); // in two files, on Payara Server
    } else {
      assertThat(lines).isLessThan(3 * TIMES);
    }
  }

  private String status(String request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("127.0.0.1", values.port())) {
      socket.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException kept) {
      // It waits for more.
    }
    return answer.toString(StandardCharsets.ISO_8859_1).replaceFirst("(?s)^HTTP/1.1 (...).*", "$1");
  }
}
