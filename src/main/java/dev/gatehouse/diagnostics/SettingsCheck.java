package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.warning;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What can be said without asking anybody. Settings that can't be used don't get this far. */
record SettingsCheck(DiagnosticInput patient) {
  private static final String NAME = "settings";

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    patient.settings().remarks().forEach(remark -> found.add(warning(NAME, remark)));
    if (found.isEmpty()) {
      found.add(ok(NAME, "The settings say what they mean"));
    }
    found.add(port());
    found.add(tools());
    return found;
  }

  private Finding port() {
    URI url = patient.settings().endpoint();
    return url.getScheme().equals("https") && url.getPort() != -1
        ? warning(
            "port",
            "mcp.url has port %d: some clients, Claude Desktop among them, reach 443 only"
                .formatted(url.getPort()))
        : ok("port", "Clients reach the port of mcp.url");
  }

  private Finding tools() {
    return patient.tools() == 0
        ? warning("tools", "There is no tool: give a method of a CDI bean the annotation @Tool")
        : ok("tools", "%d tools are offered".formatted(patient.tools()));
  }
}
