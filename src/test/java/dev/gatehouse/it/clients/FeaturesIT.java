package dev.gatehouse.it.clients;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.FeatureTools;
import dev.gatehouse.support.tools.SlowTools;
import dev.gatehouse.support.tools.UsageTools;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients that this project did not write do besides plain calls, in both eras. */
@Deployed
class FeaturesIT {
  private static NodeClients clients;

  @Deployment(testable = false)
  static WebArchive war() {
    return Gatehouse.war()
        .addClasses(FeatureTools.class, UsageTools.class, SlowTools.class)
        .addAsResource(
            new StringAsset("mcp.stream.reconnect.after=5\n"),
            "META-INF/microprofile-config.properties");
  }

  @BeforeAll
  static void install() {
    clients = NodeClients.install();
  }

  private static void run(String feature, String sdk, String era) {
    Map<String, String> environment =
        Map.of("MCP_URL", Gatehouse.url("/mcp").toString(), "TOKEN", Gatehouse.token());
    System.out.println(clients.run("features.mjs", environment, feature, sdk, era));
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void a_form_is_filled_in_or_declined(String sdk, String era) {
    run("elicitation", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void progress_arrives_while_the_tool_runs(String sdk, String era) {
    run("progress", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void log_messages_arrive_from_the_level_that_was_asked_for(String sdk, String era) {
    run("logging", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void a_cancelled_call_interrupts_its_tool_and_has_no_answer(String sdk, String era) {
    run("cancellation", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void changes_are_told_until_the_client_has_heard_enough(String sdk, String era) {
    run("subscriptions", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy"})
  void a_call_outlives_its_connection(String sdk, String era) {
    run("resumption", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy"})
  void a_long_call_lets_its_connection_go(String sdk, String era) {
    run("release", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy"})
  void a_session_ends_when_its_client_says_so(String sdk, String era) {
    run("end", sdk, era);
  }
}
