package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.standin.ScalekitStandIn;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The author's day in a project of a company's own, as the page says it. */
@Tag("once")
class InnerLoopIT {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path repository;
  @TempDir Path folder;

  private final int port = freePort();
  private final int issuerPort = freePort();
  private final int debugPort = freePort();

  @Test
  void the_demo_starts_serves_a_change_and_ends_with_maven() throws Exception {
    CompanyProject company = new CompanyProject(folder, repository);
    List<String> xml = CompanyProject.blocks("## The inner loop", "xml");
    List<String> tests = CompanyProject.blocks("## Test a tool", "xml");
    company.pom("library", tests.get(0), tests.get(1) + xml.get(0), xml.get(1));
    company.greetings("Hello", "greeting:write");
    Path said = folder.resolve("demo.txt");
    Process demo =
        company.start(
            said,
            "-Pdemo",
            "-Ddemo.port=" + port,
            "-Ddemo.issuer.port=" + issuerPort,
            "-Ddemo.debug=" + debugPort);
    try {
      await("Stop with Ctrl-C", said, demo);
      assertThat(Files.readString(said)).contains("http://127.0.0.1:" + port + "/mcp");
      assertThat(page(said)).contains("http://127.0.0.1:" + port + "/mcp");
      assertThat(greet()).isEqualTo("Hello, Ann");
      assertADebuggerIsAwaited();
      company.greetings("Good day", "greeting:polite");
      assertThat(company.maven("-q", "-Predeploy")).contains("Served after ");
      assertThat(greet()).isEqualTo("Good day, Ann");
    } finally {
      List<ProcessHandle> started = demo.descendants().toList();
      demo.destroy();
      for (ProcessHandle process : started) {
        process.onExit().get(60, TimeUnit.SECONDS);
      }
    }
    assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private static void await(String text, Path said, Process demo) throws Exception {
    for (int i = 0; i < 900 && !Files.readString(said).contains(text) && demo.isAlive(); i++) {
      Thread.sleep(200);
    }
    assertThat(Files.readString(said)).contains(text);
  }

  private static String page(Path said) throws Exception {
    String line =
        Files.readAllLines(said).stream()
            .filter(l -> l.contains("For browsers"))
            .findFirst()
            .orElseThrow();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(line.replaceFirst(".*(?=http:)", "").strip())).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private static JsonObject json(HttpRequest request) throws Exception {
    String body = HTTP.send(request, BodyHandlers.ofString()).body();
    try (var reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }

  /** With the scopes that the stand-in knows of now: those of the tools that are served. */
  private String token() throws Exception {
    String credentials = ScalekitStandIn.M2M_CLIENT_ID + ":" + ScalekitStandIn.M2M_CLIENT_SECRET;
    return json(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + issuerPort + "/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes()))
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build())
        .getString("access_token");
  }

  private String greet() throws Exception {
    return json(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/mcp"))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "greet")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"greet","arguments":{"name":"Ann"},
                    "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}
                    """))
            .build())
        .getJsonObject("result")
        .getJsonArray("content")
        .getJsonObject(0)
        .getString("text");
  }

  private void assertADebuggerIsAwaited() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", debugPort)) {
      byte[] greeting = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(greeting);
      assertThat(socket.getInputStream().readNBytes(greeting.length)).isEqualTo(greeting);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
