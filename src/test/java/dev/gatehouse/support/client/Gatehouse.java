package dev.gatehouse.support.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.support.standin.DocumentHost;
import dev.gatehouse.support.standin.ScalekitStandIn;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The deployed WAR as a client sees it, and the issuer that it trusts. */
public final class Gatehouse {
  private static final int PORT = Integer.getInteger("test.server.port", 0);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static ScalekitStandIn issuer;
  private static DocumentHost clientDocuments;

  private Gatehouse() {}

  /** The very file that is shipped; the name puts it at the root on servers that go by names. */
  public static WebArchive war() {
    issuer();
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(new File(System.getProperty("test.war")))
        .as(WebArchive.class);
  }

  /** The stand-in, one for all tests of this JVM, since the server knows its port. */
  public static synchronized ScalekitStandIn issuer() {
    if (issuer == null) {
      try {
        clientDocuments = new DocumentHost(Files.createTempDirectory(Path.of("target"), "tls"));
        issuer =
            ScalekitStandIn.builder()
                .clientDocuments(clientDocuments.tls(), true)
                .port(Integer.getInteger("test.issuer.port", 0))
                .resourceUrl(url("/mcp").toString())
                .scopes(List.of("todo:read", "todo:write"))
                .autoApprove(true)
                .start();
      } catch (Exception e) {
        throw new IllegalStateException("The stand-in did not start", e);
      }
    }
    return issuer;
  }

  /** Where the issuer reads the description of a client that does not register. */
  public static DocumentHost clientDocuments() {
    issuer();
    return clientDocuments;
  }

  public static URI url(String path) {
    return URI.create("http://127.0.0.1:" + PORT + path);
  }

  /** A token with both scopes. */
  public static String token() {
    return issuer().mint().scopes("todo:read", "todo:write").sign();
  }

  public static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url(path)).timeout(Duration.ofMinutes(2));
  }

  public static HttpRequest.Builder post(String body) {
    return request("/mcp")
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(BodyPublishers.ofString(body));
  }

  public static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      if (!(e.getCause() instanceof EOFException)) {
        throw e;
      }
      // The server had closed the connection for its silence.
      return HTTP.send(request.build(), BodyHandlers.ofString());
    }
  }

  public static HttpResponse<String> call(String token, String body)
      throws IOException, InterruptedException {
    return send(post(body).header("Authorization", "Bearer " + token));
  }

  /**
   * The status of a request with this token, on a connection of its own; 431 when the server closed
   * it while the header was still on its way.
   */
  public static int statusOfHeader(String token) {
    URI url = url("/mcp");
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(30_000);
      String head =
          "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nAuthorization: Bearer ";
      socket.getOutputStream().write((head + token + "\r\n\r\n").getBytes(US_ASCII));
      String line =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
      return line == null ? 431 : Integer.parseInt(line.split(" ")[1]);
    } catch (IOException e) {
      return 431;
    }
  }

  public static HttpResponse<String> callTool(String token, String tool, String arguments)
      throws IOException, InterruptedException {
    return send(toolCall(tool, arguments).header("Authorization", "Bearer " + token));
  }

  /** A call in the era without sessions, without a token. */
  public static HttpRequest.Builder toolCall(String tool, String arguments) {
    return toolCall(tool, arguments, "{}");
  }

  /** The same of a client that can do more. */
  public static HttpRequest.Builder toolCall(String tool, String arguments, String capabilities) {
    String body =
        """
        {"jsonrpc":"2.0","id":"c1","method":"tools/call","params":{"name":"%s","arguments":%s,\
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":%s}}}"""
            .formatted(tool, arguments, capabilities);
    return post(body)
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/call")
        .header("Mcp-Name", tool);
  }

  /** A request for the tools, without a token. */
  public static HttpRequest.Builder list() {
    return post("""
        {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{\
        "io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":{}}}}""")
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", "tools/list");
  }

  public static HttpResponse<String> list(String token) throws IOException, InterruptedException {
    return send(list().header("Authorization", "Bearer " + token));
  }

  /** Begins a session in the newest of the older revisions; its id. */
  public static String session(String token) throws IOException, InterruptedException {
    return session(token, "2025-11-25", "{}");
  }

  public static String session(String token, String version, String capabilities)
      throws IOException, InterruptedException {
    String params =
        "{\"protocolVersion\":\"%s\",\"capabilities\":%s,\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}"
            .formatted(version, capabilities);
    return call(
            token,
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":" + params + "}")
        .headers()
        .firstValue("Mcp-Session-Id")
        .orElseThrow();
  }

  public static JsonObject json(HttpResponse<String> response) {
    try (var reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  public static String challenge(HttpResponse<?> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }
}
