package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.problem;
import static dev.gatehouse.diagnostics.Finding.warning;

import dev.gatehouse.log.LogSanitizer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

  /** As the SDKs compare them: of the same origin, and a path that the other begins with. */
  private Finding resource() {
    URI url = patient.settings().endpoint();
    URI resource = URI.create(patient.settings().resource());
    boolean same = origin(resource).equals(origin(url)) && path(url).startsWith(path(resource));
    return same
        ? ok("resource", "mcp.resource is where mcp.url is")
        : problem(
            "resource",
            "mcp.resource is %s, but clients call %s (mcp.url) and refuse metadata of another"
                    .formatted(LogSanitizer.of(resource.toString()), LogSanitizer.of(url))
                + " server: unset mcp.resource, or make it mcp.url or the start of it");
  }

  private static List<String> origin(URI url) {
    int usual = url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    return Stream.of(
            url.getScheme(),
            String.valueOf(url.getHost()),
            String.valueOf(url.getPort() == -1 ? usual : url.getPort()))
        .map(part -> part.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String path(URI url) {
    String path = String.valueOf(url.getRawPath());
    return path.endsWith("/") ? path : path + "/";
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
