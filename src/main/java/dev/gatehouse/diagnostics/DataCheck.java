package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.problem;
import static dev.gatehouse.diagnostics.Finding.warning;

import java.util.List;

/** Where data is kept, and whether other nodes can go on with it. */
record DataCheck(DiagnosticInput patient) {

  List<Finding> findings() {
    return List.of(database(), stateKey(), quotas());
  }

  private Finding database() {
    DiagnosticInput.Data data = patient.data();
    return data.ready()
        ? ok("database", "Data source: " + data.status())
        : problem(
            "database",
            "The data source (mcp.data.source) can't be used; the log of this node says why");
  }

  private Finding stateKey() {
    return patient.data().shared() && patient.settings().stateKeys().isEmpty()
        ? warning(
            "state-key",
            "There is a data source and no mcp.state.key: nodes that share it refuse each other's"
                + " sessions and calls in several rounds, and so does this one after a restart")
        : ok("state-key", "Nodes that share the data source can go on with each other's calls");
  }

  private Finding quotas() {
    return patient.settings().quotas().shared() && !patient.data().shared()
        ? warning(
            "quotas",
            "mcp.quota.shared is true and there is no data source: this node counts for itself")
        : ok("quotas", "Calls are counted as mcp.quota.shared says");
  }
}
