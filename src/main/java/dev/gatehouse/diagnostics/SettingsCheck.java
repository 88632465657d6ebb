package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.problem;
import static dev.gatehouse.diagnostics.Finding.warning;

import dev.gatehouse.log.LogSanitizer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What can be said without asking anybody. Settings that can't be used don't get this far. */
record SettingsCheck(DiagnosticInput patient) {
  private static final String NAME = "settings";

  /** What the log has already, since the deployment. */
  static final String UNKNOWN = "unknown-settings";

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    patient.settings().remarks().forEach(remark -> found.add(warning(NAME, remark)));
    if (found.isEmpty()) {
      found.add(ok(NAME, "The settings say what they mean"));
    }
    found.add(resource());
    found.add(unknown());
    found.add(port());
    found.add(tools());
    return found;
  }

  private Finding resource() {
    String resource = patient.settings().resource();
    return patient.settings().isResourceAtEndpoint()
        ? ok("resource", "mcp.resource is where mcp.url is")
        : problem(
            "resource",
            "mcp.resource is %s, but clients call %s (mcp.url) and refuse metadata of another"
                    .formatted(
                        LogSanitizer.of(resource), LogSanitizer.of(patient.settings().endpoint()))
                + " server: unset mcp.resource, or make it mcp.url or the start of it");
  }

  private Finding unknown() {
    List<String> names = patient.settings().unknown();
    return names.isEmpty()
        ? ok(UNKNOWN, "Every name that is set means something")
        : warning(UNKNOWN, "Some settings do nothing: " + String.join(" ", names));
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
