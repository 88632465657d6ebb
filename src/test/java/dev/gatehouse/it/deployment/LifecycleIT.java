package dev.gatehouse.it.deployment;

import static dev.gatehouse.support.client.Gatehouse.challenge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.engine.tool.ToolExtension;
import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Results;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.standin.DocumentHost;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The WAR as operators run it: from the files of server-config, in one place or another. */
class LifecycleIT {
  private static final Duration START = Duration.ofMinutes(3);
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  private static final String ONE_PER_DEPLOYMENT = ToolExtension.class.getName();
  private static final int WORKERS = 40;
  private static final int DEPLOYMENTS = 4;
  private static final int HELD_BY_WORKERS = 2;
  private static final HttpClient HTTP = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  private final Path war = Path.of(System.getProperty("test.war"));
  private Values values;
  @TempDir Path directory;

  @BeforeEach
  void ports() {
    values = Beside.values();
  }

  private static HttpResponse<String> post(URI url, String token) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(url)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(PING))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(URI url, String token) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofString());
  }

  // On a busy machine the first token may come before the issuer's keys: 503, come again.
  private static void assertAnswers(URI url) throws Exception {
    int status = post(url, Beside.token()).statusCode();
    for (int i = 0; i < 60 && status == 503; i++) {
      Thread.sleep(500);
      status = post(url, Beside.token()).statusCode();
    }
    assertThat(status).isEqualTo(200);
  }

  @Test
  void the_files_of_server_config_are_all_that_it_takes() throws Exception {
    Server server = Beside.install(values);
    server.deploy(war);
    // Measured with the Java that operators run, without what the tests ask of it.
    try (ServerProcess process = server.start(Map.of("JDK_JAVA_OPTIONS", ""))) {
      URI url = URI.create(values.mcpUrl());
      Duration ready = process.awaitStatus(url, 401, START);
      for (int i = 0; i < 20; i++) {
        assertAnswers(url);
      }
      Results.record(ready, process.residentBytes());
    }
  }

  @Test
  void under_a_context_root_the_challenge_and_the_metadata_are_inside_it() throws Exception {
    String base = "http://127.0.0.1:" + values.port();
    Values below = values.at(base + "/todo/mcp", "/todo");
    Server server = Beside.install(below);
    server.deploy(war);
    try (ServerProcess process = server.start()) {
      URI url = URI.create(below.mcpUrl());
      process.awaitStatus(url, 401, START);
      String metadata = base + "/todo/.well-known/oauth-protected-resource/mcp";
      assertThat(challenge(post(url, "bad"))).contains("resource_metadata=\"" + metadata + "\"");
      assertThat(get(URI.create(metadata), "").body())
          .contains("\"resource\":\"" + below.mcpUrl() + "\"");
      assertAnswers(url);
      assertThat(post(URI.create(base + "/mcp"), Beside.token()).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void behind_a_proxy_that_ends_tls_clients_are_led_to_its_address() throws Exception {
    DocumentHost certificate = Gatehouse.clientDocuments();
    try (TlsProxy proxy = new TlsProxy(certificate.tls(), values.port())) {
      Values outside = values.at(proxy.address() + "/mcp", "/");
      Server server = Beside.install(outside);
      server.deploy(war);
      try (ServerProcess process = server.start()) {
        process.awaitStatus(URI.create(values.mcpUrl()), 401, START);
        HttpClient client = HttpClient.newBuilder().sslContext(certificate.tls()).build();
        HttpResponse<String> refused =
            client.send(
                HttpRequest.newBuilder(URI.create(outside.mcpUrl()))
                    .POST(BodyPublishers.ofString(PING))
                    .build(),
                BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
        String metadata = proxy.address() + "/.well-known/oauth-protected-resource/mcp";
        assertThat(challenge(refused)).contains("resource_metadata=\"" + metadata + "\"");
        HttpResponse<String> read =
            client.send(
                HttpRequest.newBuilder(URI.create(metadata)).build(), BodyHandlers.ofString());
        assertThat(read.body()).contains("\"resource\":\"" + outside.mcpUrl() + "\"");
      }
    }
  }

  @Test
  void a_neighbour_with_a_jackson_and_a_token_check_of_its_own_is_no_trouble() throws Exception {
    Path neighbour = directory.resolve("neighbour.war");
    Neighbour.write(neighbour, Beside.issuer().environmentUrl(), "neighbour");
    Server server = Beside.install(values);
    server.deploy(war);
    server.deployNeighbour(neighbour);
    try (ServerProcess process = server.start()) {
      URI url = URI.create(values.mcpUrl());
      URI me = URI.create("http://127.0.0.1:" + values.port() + "/neighbour/api/me");
      process.awaitStatus(url, 401, START);
      String theirs =
          Beside.issuer()
              .mint()
              .issuer(Beside.issuer().environmentUrl())
              .audienceAsString("neighbour")
              .claim("upn", "ann")
              .sign();
      HttpResponse<String> answer = get(me, theirs);
      for (int i = 0; i < 60 && answer.statusCode() != 200; i++) {
        Thread.sleep(500);
        answer = get(me, theirs);
      }
      assertThat(answer.body()).isEqualTo("{\"subject\":\"" + subject(theirs) + "\"}");
      assertAnswers(url);
      assertThat(post(url, theirs).statusCode()).isEqualTo(401);
      assertThat(get(me, theirs).statusCode()).isEqualTo(200);
    }
  }

  private static String subject(String jwt) {
    String claims = new String(java.util.Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
    return claims.replaceFirst(".*\"sub\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void deployed_again_and_again_it_works_and_older_deployments_leave_the_memory() throws Exception {
    Server server = Beside.install(values);
    assumeTrue(server.canRedeploy(), "This server is restarted instead");
    server.deploy(war);
    try (ServerProcess process = server.start()) {
      URI url = URI.create(values.mcpUrl());
      process.awaitStatus(url, 401, START);
      occupyEveryWorker(url);
      for (int i = 0; i < DEPLOYMENTS; i++) {
        assertAnswers(url);
        assertThat(process.liveObjects(ONE_PER_DEPLOYMENT)).isPositive();
        server.undeploy();
        process.awaitStatus(url, 404, START.multipliedBy(2));
        if (i < DEPLOYMENTS - 1) {
          server.deploy(war);
          process.awaitStatus(url, 401, START.multipliedBy(2));
        }
      }
      assumeTrue(server.forgetsDeployments(), "This server keeps what was undeployed");
      long left = process.liveObjects(ONE_PER_DEPLOYMENT);
      for (int i = 0; i < 60 && left > HELD_BY_WORKERS; i++) {
        Thread.sleep(1000);
        left = process.liveObjects(ONE_PER_DEPLOYMENT);
      }
      assertThat(left).isLessThanOrEqualTo(HELD_BY_WORKERS);
    }
  }

  // A worker of WildFly has its first request on its stack for as long as it lives, and that holds
  // the deployment. So all of them are made to start in the first one.
  private static void occupyEveryWorker(URI url) throws Exception {
    byte[] unfinished =
        """
        POST %s HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: application/json
        Accept: application/json, text/event-stream
        Content-Length: 100

        {"""
            .formatted(url.getPath(), url.getAuthority(), Beside.token())
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    List<Socket> waiting = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      Socket socket = new Socket(url.getHost(), url.getPort());
      waiting.add(socket);
      socket.getOutputStream().write(unfinished);
    }
    Thread.sleep(1000);
    for (Socket socket : waiting) {
      socket.close();
    }
  }
}
