package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentRefusalIT {
  private static final Path WAR = Path.of(System.getProperty("test.war", "none"));

  /** Lines of the server's own trace, some have one at each failure. */
  private static final long MOST_TRACE = 60;

  @TempDir Path directory;

  @Test
  void a_war_with_nothing_right_is_refused_in_one_message_that_names_everything() throws Exception {
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, "bad.war")
            .importFrom(WAR.toFile())
            .as(WebArchive.class)
            .addClasses(BadTools.class, BadSession.class)
            .addAsResource(
                new StringAsset(
                    """
                    {"tools": [{"class": "%s", "method": "guarded", "name": "mapped",
                      "description": "d", "noScopeRequired": true}]}
                    """
                        .formatted(BadSession.class.getName())),
                "META-INF/gatehouse-tools.json");
    File file = directory.resolve("bad.war").toFile();
    war.as(ZipExporter.class).exportTo(file);
    String refusal = refusal(file.toPath(), "", "", "");
    assertThat(refusal)
        .contains("SCALEKIT_ENVIRONMENT_URL", "SCALEKIT_RESOURCE_ID", "MCP_URL")
        .contains("BadTools.undecided")
        .contains("create_todo is declared twice")
        .contains("BadTools.unusable", "java.lang.Thread");
    boolean hasEjbs = !Server.nameUnderTest().equals("wildfly");
    assertThat(refusal)
        .contains("tools[0] of META-INF/gatehouse-tools.json in ")
        .contains(
            hasEjbs ? "BadSession.guarded is not public" : "BadSession is an EJB, and this server");
    // Where the server has no EJBs, an EJB is no bean at all.
    assertThat(refusal.contains("BadSession.guarded): make the method public")).isEqualTo(hasEjbs);
  }

  @Test
  void settings_that_cannot_be_are_refused_with_the_way_to_mend_them() throws Exception {
    assertThat(refusal(WAR, "http://acme.scalekit.dev", "conn_1", "mcp.acme.com/mcp"))
        .contains("SCALEKIT_ENVIRONMENT_URL", "https")
        .contains("SCALEKIT_RESOURCE_ID", "res_")
        .contains("MCP_URL");
  }

  @Test
  void one_mistake_is_one_block_and_leaves_no_health_check_behind() throws Exception {
    Values ports = Beside.values();
    Values values = ports.at("mcp.acme.com/mcp", "/");
    Server server = Beside.install(values);
    server.deploy(WAR);
    try (ServerProcess process = server.start()) {
      process.awaitOutput("Gatehouse can't start", Duration.ofMinutes(3));
      awaitHealth(process, values);
      assertThat(process.isAlive()).isTrue();
      assertThat(status("http://127.0.0.1:" + values.port() + "/mcp")).isEqualTo(404);
      assertThat(body(Server.health(values).toString())).doesNotContain("gatehouse-", "ReadyCheck");
      assertThat(process.output().lines().filter(line -> line.startsWith("\tat ")).count())
          .as(process.output())
          .isLessThanOrEqualTo(MOST_TRACE);
      if (Server.kind().equals("wildfly")) { // which kept the checks of each of them
        server.deploy(WAR);
        Thread.sleep(8000);
        assertThat(body(Server.health(values).toString()))
            .doesNotContain("gatehouse-", "ReadyCheck");
      }
    }
  }

  private static void awaitHealth(ServerProcess process, Values values) throws Exception {
    for (int i = 0; i < 240; i++) {
      try {
        // Payara Server ends its start with it.
        if (status("http://127.0.0.1:" + values.port() + "/mcp") == 404
            && !body(Server.health(values).toString()).isEmpty()) {
          Thread.sleep(3000);
          return;
        }
      } catch (IOException notYet) {
        // The port is closed.
      }
      Thread.sleep(500);
    }
    throw new AssertionError(process.output());
  }

  private static int status(String url) throws Exception {
    return get(url).statusCode();
  }

  private static String body(String url) throws Exception {
    return get(url).body();
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static String refusal(Path war, String environmentUrl, String resourceId, String url)
      throws IOException, InterruptedException {
    Values ports = Beside.values();
    Values values =
        new Values(environmentUrl, resourceId, url, "/", ports.port(), ports.managementPort());
    Server server = Beside.install(values);
    server.deploy(war);
    try (ServerProcess process = server.start()) {
      String output = process.awaitOutput("Gatehouse can't start", Duration.ofMinutes(3));
      int start = output.indexOf("Gatehouse can't start");
      return output.substring(start, Math.min(output.length(), start + 4000));
    }
  }
}
