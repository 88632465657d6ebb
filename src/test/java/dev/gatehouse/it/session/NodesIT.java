package dev.gatehouse.it.session;

import static dev.gatehouse.it.session.Conversation.text;
import static dev.gatehouse.support.client.Gatehouse.json;
import static dev.gatehouse.support.client.Gatehouse.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.server.Beside;
import dev.gatehouse.support.server.Server;
import dev.gatehouse.support.server.ServerProcess;
import dev.gatehouse.support.server.Values;
import dev.gatehouse.support.tools.FeatureTools;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Calls whose rounds reach different nodes: two processes of the server, which share nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class NodesIT {
  private static final Duration START = Duration.ofMinutes(4);

  private final String token = Beside.issuer().mint().sign();
  private final String key = key();
  @TempDir static Path directory;
  private Node here;
  private Node there;
  private ServerProcess first;

  @BeforeAll
  void start() throws Exception {
    Path war = directory.resolve("gatehouse.war");
    Gatehouse.war().addClasses(FeatureTools.class).as(ZipExporter.class).exportTo(war.toFile());
    here = Node.install(war);
    there = Node.install(war);
    first = here.start(key);
  }

  @AfterAll
  void stop() {
    first.close();
  }

  private static String key() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** One process of the server with the WAR. */
  private record Node(Server server, URI url) {
    static Node install(Path war) throws IOException {
      Values values = Beside.values();
      Server server = Beside.install(values);
      server.deploy(war);
      return new Node(server, URI.create(values.mcpUrl()));
    }

    ServerProcess start(String key) throws IOException, InterruptedException {
      return server.start(Map.of("MCP_STATE_KEY", key));
    }
  }

  private JsonObject order(Node node, String state) throws Exception {
    return json(send(new Conversation(node.url(), token).order("order", "apples", state)));
  }

  private String asked(Node node) throws Exception {
    return order(node, "").getJsonObject("result").getString("requestState");
  }

  @Test
  void nodes_with_the_same_key_go_on_with_each_others_calls() throws Exception {
    String state;
    try (ServerProcess second = there.start(key)) {
      first.awaitStatus(here.url(), 401, START);
      second.awaitStatus(there.url(), 401, START);
      state = asked(there);
      assertThat(text(order(here, state))).isEqualTo("3 apples");
      assertThat(text(order(there, asked(here)))).isEqualTo("3 apples");
    }
    // Nothing but the text knows of the call any more.
    assertThat(text(order(here, state))).isEqualTo("3 apples");
  }

  // Once, as no server can change it.
  @Test
  @Tag("once")
  void nodes_with_another_key_do_not() throws Exception {
    try (ServerProcess other = there.start(key())) {
      first.awaitStatus(here.url(), 401, START);
      other.awaitStatus(there.url(), 401, START);
      assertThat(order(there, asked(here)).getJsonObject("error").getInt("code")).isEqualTo(-32602);
      assertThat(order(here, asked(there)).getJsonObject("error").getInt("code")).isEqualTo(-32602);
    }
  }
}
