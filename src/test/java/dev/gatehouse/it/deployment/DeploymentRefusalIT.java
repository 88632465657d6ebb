package dev.gatehouse.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.tools.LibraryWar;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** WARs that cannot start on one server, whose operator has not written its settings. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeploymentRefusalIT {
  private static final Path WAR = Path.of(System.getProperty("test.war", "none"));

  /** One message of ours, which is the only one that puts each mistake on a line of its own. */
  private static final Pattern BLOCK = Pattern.compile("Gatehouse can't start:\\s*\\R( - .*\\R?)+");

  /** WildFly's configuration here is the one without them. */
  private static final boolean HAS_EJBS = !Server.nameUnderTest().equals("wildfly");

  /** Lines of the server's own trace, some have one at each failure. */
  private static final long MOST_TRACE = 60;

  /** The same of a failure that its servlet container hears of, too. */
  private static final long MOST_TRACE_OF_SERVLETS = 200;

  private static final String MAPPED =
      """
      {"tools": [{"class": "%s", "method": "guarded", "name": "mapped",
        "description": "d", "noScopeRequired": true}]}
      """
          .formatted(BadSession.class.getName());

  private static final String COMPLETE =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true"/>
      """;

  private final Values ports = Beside.values();
  private final Values values = new Values("", "", "", "/", ports.port(), ports.managementPort());
  @TempDir static Path directory;
  private Server server;
  private ServerProcess process;
  private Path mistaken;

  @BeforeAll
  void start() throws Exception {
    server = Beside.install(values);
    mistaken = file(war("mistaken.war", ports.environmentUrl(), ports.resourceId()));
    server.deploy(mistaken);
    server.deployNeighbour(file(war("unfit.war", "http://acme.scalekit.dev", "conn_1")));
    server.deployNeighbour(
        file(
            archive("nothing.war")
                .addClasses(BadTools.class, BadSession.class)
                .addAsResource(new StringAsset(MAPPED), "META-INF/gatehouse-tools.json")));
    server.deployNeighbour(file(guest("complete.war").setWebXML(new StringAsset(COMPLETE))));
    process = server.start();
    awaitBlocks(4);
  }

  @AfterAll
  void stop() {
    process.close();
  }

  private static WebArchive archive(String name) {
    return ShrinkWrap.create(ZipImporter.class, name).importFrom(WAR.toFile()).as(WebArchive.class);
  }

  // As the operator sets them, but for this WAR alone.
  private static WebArchive war(String name, String environmentUrl, String resourceId) {
    return archive(name)
        .addAsResource(
            settings(environmentUrl, resourceId, "mcp.acme.com/mcp"),
            "META-INF/microprofile-config.properties");
  }

  private static StringAsset settings(String environmentUrl, String resourceId, String url) {
    return new StringAsset(
        """
        config_ordinal=500
        scalekit.environment.url=%s
        scalekit.resource.id=%s
        mcp.url=%s
        """
            .formatted(environmentUrl, resourceId, url));
  }

  // With nothing wrong in its settings.
  private WebArchive guest(String name) {
    String url = "http://127.0.0.1:" + ports.port() + "/" + name.replace(".war", "/mcp");
    return LibraryWar.named(name)
        .addAsResource(
            settings(ports.environmentUrl(), ports.resourceId(), url),
            "META-INF/microprofile-config.properties");
  }

  private Path file(WebArchive war) {
    Path file = directory.resolve(war.getName());
    war.as(ZipExporter.class).exportTo(file.toFile());
    return file;
  }

  private List<String> blocks() throws IOException {
    return BLOCK.matcher(process.output()).results().map(MatchResult::group).toList();
  }

  private void awaitBlocks(int count) throws Exception {
    for (int i = 0; i < 1200 && process.isAlive() && blocks().size() < count; i++) {
      Thread.sleep(500);
    }
    assertThat(blocks()).as(process.output()).hasSize(count);
  }

  private String block(String text) throws IOException {
    return blocks().stream().filter(block -> block.contains(text)).findFirst().orElseThrow();
  }

  @Test
  void a_war_with_nothing_right_is_refused_in_one_message_that_names_everything() throws Exception {
    String refusal = block("BadTools");
    assertThat(refusal)
        .contains("SCALEKIT_ENVIRONMENT_URL", "SCALEKIT_RESOURCE_ID", "MCP_URL")
        .contains("BadTools.undecided")
        .contains("create_todo is declared twice")
        .contains("BadTools.unusable", "java.lang.Thread");
    assertThat(refusal)
        .contains("tools[0] of META-INF/gatehouse-tools.json in ")
        .contains(HAS_EJBS ? "BadSession.guarded is not public" : "BadSession is no CDI bean: ");
    // Where the server has no EJBs, an EJB is no bean at all.
    assertThat(refusal.contains("BadSession.guarded): make the method public")).isEqualTo(HAS_EJBS);
  }

  @Test
  void settings_that_cannot_be_are_refused_with_the_way_to_mend_them() throws Exception {
    assertThat(block("acme.scalekit.dev"))
        .contains("SCALEKIT_ENVIRONMENT_URL", "https")
        .contains("SCALEKIT_RESOURCE_ID", "res_")
        .contains("MCP_URL");
  }

  @Test
  void a_web_xml_that_hides_what_is_found_by_annotations_is_refused_by_name() throws Exception {
    assertThat(block("metadata-complete")).hasLineCount(2);
    awaitHealth();
    assertThat(get("http://127.0.0.1:" + values.port() + "/complete/mcp").statusCode())
        .isEqualTo(404);
  }

  // The last, since WildFly keeps the health checks of what its servlet container refuses.
  @Test
  @Order(Integer.MAX_VALUE)
  void an_ejb_of_which_java_forgets_that_it_is_one_is_refused_by_name() throws Exception {
    assumeFalse(HAS_EJBS, "This server has EJBs");
    int blocks = blocks().size();
    server.deployNeighbour(file(guest("lost.war").addClass(LostSession.class)));
    awaitBlocks(blocks + 1);
    assertThat(block("LostSession")).contains("it is an EJB").hasLineCount(2);
    assertThat(get("http://127.0.0.1:" + values.port() + "/lost/mcp").statusCode()).isEqualTo(404);
  }

  @Test
  void one_mistake_is_one_block_and_leaves_no_health_check_behind() throws Exception {
    assertThat(blocks())
        .filteredOn(block -> !block.contains("SCALEKIT_RESOURCE_ID"))
        .filteredOn(block -> !block.contains("metadata-complete"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(" - mcp.url (environment variable MCP_URL) must be")
        .hasLineCount(2);
    awaitHealth();
    assertThat(process.isAlive()).isTrue();
    assertThat(get("http://127.0.0.1:" + values.port() + "/mcp").statusCode()).isEqualTo(404);
    assertNoCheckIsLeft();
    assertThat(process.output().lines().filter(line -> line.startsWith("\tat ")).count())
        .as(process.output())
        .isLessThanOrEqualTo(3 * MOST_TRACE + MOST_TRACE_OF_SERVLETS);
    if (Server.kind().equals("wildfly")) { // which kept the checks of each of them
      server.deploy(mistaken);
      awaitBlocks(5);
      Thread.sleep(1000);
      assertNoCheckIsLeft();
    }
  }

  private void assertNoCheckIsLeft() throws Exception {
    assertThat(get(Server.health(values).toString()).body())
        .doesNotContain("gatehouse-", "ReadyCheck");
  }

  private void awaitHealth() throws Exception {
    for (int i = 0; i < 240; i++) {
      try {
        // Payara Server ends its start with it.
        if (get("http://127.0.0.1:" + values.port() + "/mcp").statusCode() == 404
            && !get(Server.health(values).toString()).body().isEmpty()) {
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

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }
}
