package dev.gatehouse.run.cluster;

import dev.gatehouse.it.conformance.FixtureScope;
import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.standin.ScalekitStandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conformance suite that one node is tested with, against all three. */
record Clients(ScalekitStandIn issuer, String url, int proxyPort) {
  private static final List<List<String>> RUNS =
      List.of(
          List.of("conformance.mjs", "requirements", "2026-07-28"),
          List.of("conformance.mjs", "requirements", "2025-11-25"));

  /** Runs all, and tells of each; false when one has failed. */
  boolean run() {
    NodeClients scripts = NodeClients.install();
    boolean good = true;
    for (List<String> run : RUNS) {
      try {
        scripts.run(run.get(0), environment(), run.subList(1, run.size()).toArray(String[]::new));
        ThreeNodes.say("passed  " + String.join(" ", run));
      } catch (AssertionError e) {
        ThreeNodes.say("FAILED  " + String.join(" ", run) + "\n" + e.getMessage());
        good = false;
      }
    }
    return good;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("MCP_URL", url);
    environment.put("PROXY_PORT", String.valueOf(proxyPort));
    environment.put(
        "TOKEN", issuer.mint().scopes("todo:read", "todo:write", FixtureScope.USE).sign());
    return environment;
  }
}
