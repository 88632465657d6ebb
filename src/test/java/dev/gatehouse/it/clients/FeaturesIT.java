package dev.gatehouse.it.clients;

import static dev.gatehouse.support.client.Gatehouse.issuer;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.tools.FeatureTools;
import dev.gatehouse.support.tools.SlowTools;
import dev.gatehouse.support.tools.UsageTools;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients that this project did not write do besides plain calls, in both eras. */
@Deployed
class FeaturesIT {
  private static final List<String> SESSIONS = List.of("sdk1 legacy", "sdk2 legacy");
  private static final List<String> PEERS = List.of("sdk1 legacy", "sdk2 legacy", "sdk2 modern");

  private static final Map<String, Future<String>> RUNS = new HashMap<>();

  @Deployment(testable = false)
  static WebArchive war() {
    return Gatehouse.war()
        .addClasses(FeatureTools.class, UsageTools.class, SlowTools.class)
        .addAsResource(
            new StringAsset(
                """
                mcp.stream.reconnect.after=5
                mcp.scopes.default=todo:read, todo:write, offline_access
                """),
            "META-INF/microprofile-config.properties");
  }

  // All at once, since they wait much; but changes are told to everybody, so one by one there.
  @BeforeAll
  static void start() {
    start(4, PEERS, "elicitation", "progress", "logging", "cancellation");
    start(2, SESSIONS, "resumption", "release", "end");
    start(1, PEERS, "subscriptions");
  }

  private static void start(int atOnce, List<String> peers, String... features) {
    NodeClients clients = NodeClients.install();
    Map<String, String> environment =
        Map.of("MCP_URL", Gatehouse.url("/mcp").toString(), "TOKEN", Gatehouse.token());
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    for (String feature : features) {
      for (String peer : peers) {
        String[] words = (feature + " " + peer).split(" ");
        RUNS.put(
            feature + " " + peer,
            threads.submit(() -> clients.run("features.mjs", environment, words)));
      }
    }
    threads.shutdown();
  }

  private static void run(String feature, String sdk, String era) throws Exception {
    System.out.println(RUNS.get(feature + " " + sdk + " " + era).get());
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void a_form_is_filled_in_or_declined(String sdk, String era) throws Exception {
    run("elicitation", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void progress_arrives_while_the_tool_runs(String sdk, String era) throws Exception {
    run("progress", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void log_messages_arrive_from_the_level_that_was_asked_for(String sdk, String era)
      throws Exception {
    run("logging", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void a_cancelled_call_interrupts_its_tool_and_has_no_answer(String sdk, String era)
      throws Exception {
    run("cancellation", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void changes_are_told_until_the_client_has_heard_enough(String sdk, String era) throws Exception {
    run("subscriptions", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy"})
  void a_call_outlives_its_connection(String sdk, String era) throws Exception {
    run("resumption", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy"})
  void a_long_call_lets_its_connection_go(String sdk, String era) throws Exception {
    run("release", sdk, era);
  }

  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy"})
  void a_session_ends_when_its_client_says_so(String sdk, String era) throws Exception {
    run("end", sdk, era);
  }

  // The specification keeps it out of the metadata, and leaves to an operator to ask for it.
  @ParameterizedTest
  @CsvSource({"sdk1,legacy", "sdk2,legacy", "sdk2,modern"})
  void who_is_told_to_ask_for_offline_access_logs_in_once(String sdk, String era) {
    Duration brief = Duration.ofSeconds(5);
    issuer().accessTokenLifetime(brief);
    try {
      Map<String, String> environment =
          Map.of(
              "MCP_URL", Gatehouse.url("/mcp").toString(),
              "ACCESS_TOKEN_SECONDS", String.valueOf(brief.toSeconds()));
      System.out.println(NodeClients.install().run("refresh.mjs", environment, sdk, era));
    } finally {
      issuer().accessTokenLifetime(Duration.ofHours(1));
    }
  }
}
