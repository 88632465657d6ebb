package dev.gatehouse.it.landing;

import static dev.gatehouse.support.client.Gatehouse.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.server.SwitchedOn;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page as the operator's settings make it. */
@Tag("once")
class LandingSettingsIT {

  @Test
  void it_shows_the_tools_when_told_to_and_hostile_texts_as_texts() throws Exception {
    Path pictures = Files.createDirectories(Path.of("target", "landing-tools").toAbsolutePath());
    URI mcp = URI.create(SwitchedOn.server().values().mcpUrl());
    URI root = mcp.resolve("/");
    NodeClients.install()
        .run(
            "landing.mjs",
            Map.of(
                "LANDING_URL", root.toString(),
                "MCP_URL", mcp.toString(),
                "PICTURES", pictures.toString(),
                "TITLE", SwitchedOn.TITLE,
                "ABOUT", SwitchedOn.ABOUT));
    assertThat(send(HttpRequest.newBuilder(root).timeout(Duration.ofSeconds(30))).body())
        .contains("<code>create_todo</code>", "Needs <code>todo:write</code>");
  }
}
