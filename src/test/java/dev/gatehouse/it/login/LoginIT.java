package dev.gatehouse.it.login;

import static dev.gatehouse.support.client.Gatehouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import jakarta.json.JsonObject;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One server with two WARs that differ in one setting: what a company's EJB sees of the caller. */
class LoginIT {
  private static final Duration START = Duration.ofMinutes(3);
  private static final String NOT_ALLOWED =
      "Not allowed: the application does not let this caller do that";
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  @TempDir static Path directory;
  private static ServerProcess server;
  private static URI on;
  private static URI off;

  @BeforeAll
  static void start() throws Exception {
    Values values = Beside.values();
    on = URI.create(values.mcpUrl().replace("/mcp", "/on/mcp"));
    off = URI.create(values.mcpUrl().replace("/mcp", "/off/mcp"));
    Server installed = Beside.install(values);
    installed.addLogin();
    installed.deployNeighbour(
        war("on.war", "mcp.container.login=true\nmcp.roles.chief=directors, todo:write\n"));
    installed.deployNeighbour(war("off.war", "mcp.container.login=false\n"));
    server =
        installed.start(
            Map.of(
                "SCALEKIT_ENVIRONMENT_URL", values.environmentUrl(),
                "SCALEKIT_RESOURCE_ID", values.resourceId(),
                "MCP_URL", values.mcpUrl()));
    server.awaitStatus(on, 401, START);
    server.awaitStatus(off, 401, START);
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(server).ifPresent(ServerProcess::close);
  }

  // Below its file's name, for which no server's own descriptor may have another path.
  private static Path war(String name, String settings) {
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, name)
            .importFrom(new File(System.getProperty("test.war")))
            .as(WebArchive.class)
            .addClasses(Office.class, OfficeTools.class, LoginTools.class, Seen.class)
            .addClass(DeclaredRoles.class)
            .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
    war.delete("WEB-INF/glassfish-web.xml");
    war.delete("WEB-INF/ibm-web-ext.xml");
    File file = directory.resolve(name).toFile();
    war.as(ZipExporter.class).exportTo(file);
    return file.toPath();
  }

  private static String token(String... groups) {
    return Beside.issuer().mint().subject("user-42").claim("groups", List.of(groups)).sign();
  }

  private static HttpResponse<String> send(URI url, HttpRequest.Builder request, String token)
      throws Exception {
    return HTTP.send(
        request.uri(url).header("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofString());
  }

  private static JsonObject result(URI url, String tool, String token) throws Exception {
    HttpResponse<String> response = send(url, Gatehouse.toolCall(tool, "{}"), token);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().map()).doesNotContainKeys("Set-Cookie", "set-cookie");
    return json(response).getJsonObject("result");
  }

  private static JsonObject seen(URI url, String tool, String token) throws Exception {
    return result(url, tool, token).getJsonObject("structuredContent");
  }

  private static String text(JsonObject result) {
    return result.getJsonArray("content").getJsonObject(0).getString("text");
  }

  private static HttpResponse<String> other(URI url, String method, String params, String name)
      throws Exception {
    String body =
        """
        {"jsonrpc":"2.0","id":"c1","method":"%s","params":{%s,\
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":{}}}}"""
            .formatted(method, params);
    return send(
        url,
        Gatehouse.post(body)
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", method)
            .header("Mcp-Name", name),
        token());
  }

  // Payara's SecurityContext asks the request for roles, which a task is not part of.
  static Stream<String> layers() {
    return Stream.of("ejb", "ejbTask", "security", "securityTask")
        .filter(tool -> !tool.equals("securityTask") || !Server.kind().startsWith("payara"));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void the_caller_of_the_tool_is_the_caller_of_the_business_tier(String tool) throws Exception {
    JsonObject clerk = seen(on, tool, token("clerk"));
    assertThat(clerk.getString("principal")).isEqualTo("user-42");
    assertThat(clerk.getBoolean("clerk")).isTrue();
    assertThat(clerk.getBoolean("chief")).isFalse();
  }

  // On Payara 7 it fails in a thread that had no caller yet.
  static Stream<String> layersWithoutLogin() {
    return Stream.of("ejb", "ejbTask", "security", "securityTask")
        .filter(tool -> !tool.equals("securityTask") || !Server.nameUnderTest().equals("payara7"));
  }

  @ParameterizedTest
  @MethodSource("layersWithoutLogin")
  void with_the_login_off_it_has_no_caller(String tool) throws Exception {
    JsonObject clerk = seen(off, tool, token("clerk"));
    assertThat(clerk.getString("principal")).isIn(nobody());
    assertThat(clerk.getBoolean("clerk")).isFalse();
  }

  private static List<String> nobody() {
    return List.of("ANONYMOUS", "anonymous", "UNAUTHENTICATED", "nobody");
  }

  @Test
  void a_tool_whose_client_reads_along_has_the_same_caller() throws Exception {
    String body =
        """
        {"jsonrpc":"2.0","id":"c1","method":"tools/call","params":{"name":"ejbStream",\
        "arguments":{},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",\
        "io.modelcontextprotocol/clientCapabilities":{},"progressToken":7}}}""";
    HttpRequest.Builder request =
        Gatehouse.post(body)
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "ejbStream");
    assertThat(send(on, request, token("clerk")).body())
        .contains("notifications/progress")
        .contains("\"principal\":\"user-42\"")
        .contains("\"clerk\":true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ejb", "security"})
  void roles_are_those_of_the_token_whatever_the_same_user_had_before(String tool)
      throws Exception {
    assertThat(seen(on, tool, token("clerk")).getBoolean("clerk")).isTrue();
    assertThat(seen(on, tool, token()).getBoolean("clerk")).isFalse();
    assertThat(seen(on, tool, token("directors", "chief")).getBoolean("chief")).isTrue();
    assertThat(seen(on, tool, token("chief")).getBoolean("chief")).isFalse();
    assertThat(seen(on, tool, token("clerk")).getBoolean("clerk")).isTrue();
    String role = Beside.issuer().mint().subject("user-42").claim("roles", List.of("clerk")).sign();
    assertThat(seen(on, tool, role).getBoolean("clerk")).isTrue();
  }

  @Test
  void what_is_injected_is_the_same_with_and_without() throws Exception {
    for (URI url : List.of(on, off)) {
      JsonObject injected = seen(url, "injected", token("clerk"));
      assertThat(injected.getString("token")).isEqualTo("user-42");
      assertThat(injected.getString("principal")).isEqualTo("user-42");
      assertThat(injected.getJsonArray("groups").toString()).isEqualTo("[\"clerk\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "openInside", "openTask", "till", "ask"})
  void a_role_opens_and_its_lack_is_a_refusal_that_the_audit_tells(String tool) throws Exception {
    assertThat(text(result(on, tool, token("clerk")))).isEqualTo("opened");
    for (URI url : List.of(on, off)) {
      String token = url.equals(on) ? token("visitor") : token("clerk");
      JsonObject refused = result(url, tool, token);
      assertThat(refused.getBoolean("isError")).isTrue();
      assertThat(text(refused)).isEqualTo(NOT_ALLOWED);
      assertThat(text(result(url, "audited", token)).lines().filter(line -> line.contains(tool)))
          .contains("refused-access " + tool)
          .doesNotContain("failed " + tool);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "prompts/get, `\"name\":\"opening\"`, opening",
        "resources/read, `\"uri\":\"office://opening\"`, office://opening"
      })
  void prompts_and_resources_are_refused_by_an_error(String method, String params, String name)
      throws Exception {
    for (URI url : List.of(on, off)) {
      HttpResponse<String> response = other(url, method, params, name);
      assertThat(response.statusCode()).isEqualTo(200);
      JsonObject error = json(response).getJsonObject("error");
      assertThat(error.getInt("code")).isEqualTo(403);
      assertThat(error.getString("message")).isEqualTo(NOT_ALLOWED);
    }
  }

  @Test
  void who_has_no_valid_token_is_answered_as_without_the_login() throws Exception {
    String expired = Beside.issuer().mint().expiresAt(Instant.now().minusSeconds(60)).sign();
    for (List<String> headers :
        List.of(
            List.<String>of(),
            List.of("Bearer " + expired),
            List.of("Bearer " + expired + "x"),
            List.of("Bearer "),
            List.of("Basic dTpw"),
            List.of("Bearer a b"),
            List.of("Bearer " + token(), "Bearer " + token()))) {
      assertThat(answer(on, headers)).as("%s", headers).isEqualTo(answer(off, headers));
    }
  }

  // All that the client gets, but for the time and the folder.
  private static String answer(URI url, List<String> authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    authorization.forEach(value -> request.header("Authorization", value));
    HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers().map());
    headers.remove("Date");
    return response.statusCode() + " " + headers + " " + response.body();
  }
}
