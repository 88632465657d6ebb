package dev.gatehouse.it.deployment;

import static dev.gatehouse.support.client.Gatehouse.challenge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.standin.DocumentHost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The WAR under a context root, behind a proxy that ends TLS, beside another application. It has no
 * landing page, and the server no MicroProfile Health and OpenTelemetry where it can be without.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SurroundingsIT {
  private final DocumentHost certificate = Gatehouse.clientDocuments();
  @TempDir static Path directory;
  private TlsProxy proxy;
  private ServerProcess process;
  private URI health;
  private boolean bare;

  /** What clients know. */
  private String outside;

  /** What the proxy knows. */
  private String inside;

  @BeforeAll
  void start() throws Exception {
    Values ports = Beside.values();
    proxy = new TlsProxy(certificate.tls(), ports.port());
    outside = proxy.address() + "/todo";
    inside = "http://127.0.0.1:" + ports.port() + "/todo";
    Values values = ports.at(outside + "/mcp", "/todo");
    health = Server.health(values);
    Server server = Beside.install(values);
    bare = server.removeOptionalApis();
    server.deploy(Path.of(System.getProperty("test.war")));
    server.letNeighboursCheckTokens();
    Path neighbour = directory.resolve("neighbour.war");
    Neighbour.write(neighbour, Beside.issuer().environmentUrl(), "neighbour");
    server.deployNeighbour(neighbour);
    process =
        server.start(
            Map.of("MCP_LANDING_ENABLED", "false", "OTEL_SDK_DISABLED", String.valueOf(!bare)));
    process.awaitStatus(endpoint(), 401, Duration.ofMinutes(4));
  }

  @AfterAll
  void stop() throws Exception {
    process.close();
    proxy.close();
  }

  private URI endpoint() {
    return URI.create(inside + "/mcp");
  }

  private static HttpResponse<String> get(URI url, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token).build(),
            BodyHandlers.ofString());
  }

  @Test
  void under_a_context_root_the_challenge_and_the_metadata_are_inside_it() throws Exception {
    String metadata = "/.well-known/oauth-protected-resource/mcp";
    assertThat(challenge(Ping.post(endpoint(), "bad")))
        .contains("resource_metadata=\"" + outside + metadata + "\"");
    assertThat(get(URI.create(inside + metadata), "").body())
        .contains("\"resource\":\"" + outside + "/mcp\"");
    Ping.assertAnswers(endpoint());
    assertThat(Ping.post(endpoint().resolve("/mcp"), Beside.token()).statusCode()).isEqualTo(404);
  }

  @Test
  void behind_a_proxy_that_ends_tls_clients_are_led_to_its_address() throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(certificate.tls()).build();
    HttpResponse<String> refused =
        client.send(
            HttpRequest.newBuilder(URI.create(outside + "/mcp"))
                .POST(BodyPublishers.ofString(Ping.BODY))
                .build(),
            BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(401);
    String metadata = outside + "/.well-known/oauth-protected-resource/mcp";
    assertThat(challenge(refused)).contains("resource_metadata=\"" + metadata + "\"");
    HttpResponse<String> read =
        client.send(HttpRequest.newBuilder(URI.create(metadata)).build(), BodyHandlers.ofString());
    assertThat(read.body()).contains("\"resource\":\"" + outside + "/mcp\"");
  }

  @Test
  void a_neighbour_with_a_jackson_and_a_token_check_of_its_own_is_no_trouble() throws Exception {
    URI me = endpoint().resolve("/neighbour/api/me");
    String theirs =
        Beside.issuer()
            .mint()
            .issuer(Beside.issuer().environmentUrl())
            .audienceAsString("neighbour")
            .claim("upn", "ann")
            .sign();
    HttpResponse<String> answer = get(me, theirs);
    for (int i = 0; i < 240 && answer.statusCode() != 200; i++) {
      Thread.sleep(500);
      answer = get(me, theirs);
    }
    assertThat(answer.body()).isEqualTo("{\"subject\":\"" + subject(theirs) + "\"}");
    Ping.assertAnswers(endpoint());
    assertThat(Ping.post(endpoint(), theirs).statusCode()).isEqualTo(401);
    assertThat(get(me, theirs).statusCode()).isEqualTo(200);
  }

  @Test
  void a_landing_page_that_is_switched_off_is_answered_like_all_that_is_not_there()
      throws Exception {
    HttpResponse<String> off = get(URI.create(inside + "/"), "");
    assertThat(off.statusCode()).isEqualTo(404);
    assertThat(off.body()).isEqualTo(get(URI.create(inside + "/nothing"), "").body());
  }

  @Test
  void it_runs_without_microprofile_health_and_opentelemetry() throws Exception {
    assumeTrue(bare, "This server always has them");
    Ping.assertAnswers(endpoint());
    assertThat(get(health, "").body()).doesNotContain("gatehouse-");
    assertThat(process.output())
        .doesNotContain("NoClassDefFound", "ClassNotFound", "Spans and metrics");
  }

  private static String subject(String jwt) {
    String claims = new String(java.util.Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    return claims.replaceFirst(".*\"sub\":\"([^\"]+)\".*", "$1");
  }
}
