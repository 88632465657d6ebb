package dev.gatehouse.it.clients;

import static dev.gatehouse.support.client.Gatehouse.issuer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.standin.ScalekitStandIn;
import dev.gatehouse.support.tools.Wars;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that this project did not write: refused, led to the login, let in, at work. */
@Deployed
@Order(Wars.SHIPPED)
class ClientsIT {
  private static NodeClients clients;

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.shipped();
  }

  @BeforeAll
  static void install() {
    clients = NodeClients.install();
  }

  private static void run(String script, Map<String, String> more, String... args) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("MCP_URL", Gatehouse.url("/mcp").toString());
    System.out.println(clients.run(script, environment, args));
  }

  @Test
  void the_typescript_sdk_1_logs_in_and_works() {
    run("sdk1.mjs", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"legacy", "auto", "modern"})
  void the_typescript_client_2_logs_in_and_works_in_every_era(String era) {
    run("sdk2.mjs", Map.of(), era);
  }

  @Test
  void the_typescript_client_2_steps_up_when_a_scope_is_missing() {
    run("sdk2.mjs", Map.of(), "step-up");
  }

  @ParameterizedTest
  @CsvSource({"sdk1.mjs,''", "sdk2.mjs,modern"})
  void a_client_that_describes_itself_at_its_id_needs_no_registration(String script, String era) {
    String id = Gatehouse.clientDocuments().address();
    Gatehouse.clientDocuments()
        .serve(
            200,
            "{\"client_id\":\"%s\",\"client_name\":\"Itself\",\"redirect_uris\":[\"%s\"]}"
                .formatted(id, "http://127.0.0.1:19042/callback"));
    run(script, Map.of("CLIENT_METADATA_URL", id), era);
    assertThat(issuer().authorizationRequests()).last().matches(seen -> seen.clientId().equals(id));
  }

  @Test
  void a_machine_works_with_client_credentials() {
    run(
        "sdk2.mjs",
        Map.of(
            "M2M_ISSUER", issuer().environmentUrl() + "/resources/" + issuer().resourceId(),
            "M2M_CLIENT_ID", ScalekitStandIn.M2M_CLIENT_ID,
            "M2M_CLIENT_SECRET", ScalekitStandIn.M2M_CLIENT_SECRET),
        "m2m");
  }

  @Test
  void mcp_remote_logs_in_and_bridges_to_stdio() {
    run("mcp-remote.mjs", Map.of());
  }

  @Test
  void the_inspector_works_in_every_era_and_logs_in_by_itself() {
    run("inspector.mjs", Map.of("TOKEN", Gatehouse.token()));
  }

  @Test
  @Tag("once")
  void the_page_of_the_inspector_logs_in_and_calls_a_tool_in_a_browser() {
    run("inspector-web.mjs", Map.of());
  }
}
