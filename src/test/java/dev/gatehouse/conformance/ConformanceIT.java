package dev.gatehouse.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.clients.NodeClients;
import dev.gatehouse.http.Gatehouse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every scored scenario of the official suite, through a proxy that only adds a token of the
 * stand-in to each request.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ConformanceIT {
  private static final int PROXY = Integer.getInteger("test.proxy.port", 0);

  @Deployment(testable = false)
  static WebArchive war() {
    WebArchive war = Gatehouse.war();
    war.delete("/WEB-INF/classes/dev/gatehouse/todo");
    return war.addPackage(ConformanceIT.class.getPackage())
        .addAsResource(
            new StringAsset(
                "mcp.allowed.origins=http://localhost:%d,http://127.0.0.1:%d\n"
                    .formatted(PROXY, PROXY)),
            "META-INF/microprofile-config.properties");
  }

  @ParameterizedTest
  @CsvSource({"2026-07-28,37", "2025-11-25,30"})
  void all_scored_scenarios_pass(String requirements, int scenarios) {
    String output =
        NodeClients.install()
            .run(
                "conformance.mjs",
                Map.of(
                    "MCP_URL", Gatehouse.url("/mcp").toString(),
                    "PROXY_PORT", String.valueOf(PROXY),
                    "TOKEN", Gatehouse.issuer().mint().scopes(FixtureScope.USE).sign()),
                requirements);
    System.out.println(output);
    assertThat(output).contains("scored " + scenarios + " of " + scenarios);
  }
}
