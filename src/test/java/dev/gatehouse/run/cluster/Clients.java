package dev.gatehouse.run.cluster;

import dev.gatehouse.it.conformance.FixtureScope;
import dev.gatehouse.support.client.NodeClients;
import dev.gatehouse.support.standin.ScalekitStandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one node is tested with, against all three. */
record Clients(Check check, ScalekitStandIn issuer, String url, int proxyPort) {

  /** What is run, as {@code -Dcluster.check} has it. */
  enum Check {
    /** Nothing: people try it. */
    FALSE(List.of()),
    /** The conformance suite for both eras, which needs tools of its own. */
    CONFORMANCE(
        List.of(
            List.of("conformance.mjs", "requirements", "2026-07-28"),
            List.of("conformance.mjs", "requirements", "2025-11-25"))),
    /** Those who log in by themselves and want the shipped tools. */
    CLIENTS(
        List.of(
            List.of("sdk1.mjs"),
            List.of("sdk2.mjs", "legacy"),
            List.of("sdk2.mjs", "auto"),
            List.of("sdk2.mjs", "modern"),
            List.of("sdk2.mjs", "step-up"),
            List.of("mcp-remote.mjs"),
            List.of("inspector.mjs")));

    private final List<List<String>> runs;

    Check(List<List<String>> runs) {
      this.runs = runs;
    }
  }

  /** Runs all, and tells of each; false when one has failed. */
  boolean run() {
    NodeClients scripts = NodeClients.install();
    boolean good = true;
    for (List<String> run : check.runs) {
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
        "TOKEN",
        (check == Check.CONFORMANCE
                ? issuer.mint().scopes("todo:read", "todo:write", FixtureScope.USE)
                : issuer.mint())
            .sign());
    return environment;
  }
}
