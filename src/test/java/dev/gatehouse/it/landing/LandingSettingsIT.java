package dev.gatehouse.it.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page as the operator's settings make it. */
@Tag("once")
class LandingSettingsIT {
  private static final String TITLE = "Acme's <i>todos</i> & </title><script>alert(1)</script>";
  private static final String ABOUT = "For the <b>initiated</b>";

  private Values values;

  private ServerProcess start(Map<String, String> settings) throws Exception {
    values = Beside.values();
    Server server = Beside.install(values);
    server.deploy(Path.of(System.getProperty("test.war")));
    return server.start(settings);
  }

  private void await(ServerProcess process) throws Exception {
    process.awaitStatus(URI.create(values.mcpUrl()), 401, Duration.ofMinutes(3));
  }

  private URI root() {
    return URI.create(values.mcpUrl().replaceFirst("mcp$", ""));
  }

  @Test
  void it_shows_the_tools_when_told_to_and_hostile_texts_as_texts() throws Exception {
    Path pictures = Files.createDirectories(Path.of("target", "landing-tools").toAbsolutePath());
    try (ServerProcess process =
        start(
            Map.of(
                "MCP_LANDING_TOOLS", "true",
                "MCP_SERVER_TITLE", TITLE,
                "MCP_INSTRUCTIONS", ABOUT))) {
      await(process);
      NodeClients.install()
          .run(
              "landing.mjs",
              Map.of(
                  "LANDING_URL", root().toString(),
                  "MCP_URL", values.mcpUrl(),
                  "PICTURES", pictures.toString(),
                  "TITLE", TITLE,
                  "ABOUT", ABOUT));
      assertThat(get(root()).body())
          .contains("<code>create_todo</code>", "Needs <code>todo:write</code>");
    }
  }

  @Test
  void switched_off_it_is_answered_like_all_that_is_not_there() throws Exception {
    try (ServerProcess process = start(Map.of("MCP_LANDING_ENABLED", "false"))) {
      await(process);
      HttpResponse<String> off = get(root());
      assertThat(off.statusCode()).isEqualTo(404);
      assertThat(off.body()).isEqualTo(get(root().resolve("/nothing")).body());
    }
  }

  private static HttpResponse<String> get(URI url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(30)).build(),
            BodyHandlers.ofString());
  }
}
