package dev.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.support.client.Gatehouse;
import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.server.Deployed;
import dev.gatehouse.support.server.Results;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Every scored scenario of the official suite, and those beyond that matter, through a proxy that
 * only adds a token of the stand-in to each request.
 */
@Deployed
class ConformanceIT {
  private static final int PROXY = Integer.getInteger("test.proxy.port", 0);

  @Deployment(testable = false)
  static WebArchive war() {
    WebArchive war = Gatehouse.war();
    war.delete("/WEB-INF/classes/dev/gatehouse/example");
    return war.addPackage(ConformanceIT.class.getPackage())
        .addAsResource(
            new StringAsset(
                """
                mcp.allowed.origins=http://localhost:%d,http://127.0.0.1:%d
                mcp.stream.reconnect.after=1
                """
                    .formatted(PROXY, PROXY)),
            "META-INF/microprofile-config.properties");
  }

  @Test
  void all_scenarios_of_2026_07_28_pass_without_a_warning() {
    List<String> found = run("2026-07-28");
    assertThat(found)
        .containsExactlyInAnyOrder(
            "also json-schema-2020-12",
            "also http-header-validation",
            "also http-custom-header-server-validation",
            "also tasks-lifecycle",
            "also tasks-capability-negotiation",
            "also tasks-wire-fields",
            "also tasks-request-state-removal",
            "also tasks-mrtr-input",
            "also tasks-request-headers",
            "also tasks-dispatch-and-envelope",
            "also tasks-required-task-error",
            "also tasks-mrtr-composition",
            "scored 37 of 37");
  }

  @Test
  void all_scenarios_of_2025_11_25_pass_without_a_warning() {
    List<String> found = run("2025-11-25");
    assertThat(found)
        .containsExactlyInAnyOrder(
            "also server-session-lifecycle",
            "also json-schema-2020-12",
            "also server-sse-polling",
            "scored 30 of 30");
  }

  private static List<String> run(String revision) {
    List<String> found =
        NodeClients.install()
            .run(
                "conformance.mjs",
                Map.of(
                    "MCP_URL", Gatehouse.url("/mcp").toString(),
                    "PROXY_PORT", String.valueOf(PROXY),
                    "TOKEN", Gatehouse.issuer().mint().scopes(FixtureScope.USE).sign()),
                "requirements",
                revision)
            .lines()
            .toList();
    Results.recordConformance(revision, found);
    return found;
  }
}
