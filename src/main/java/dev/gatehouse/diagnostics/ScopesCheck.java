package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.problem;
import static dev.gatehouse.diagnostics.Finding.warning;

import dev.gatehouse.log.LogSanitizer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the issuer lists the scopes that callers are told to ask for. */
record ScopesCheck(DiagnosticInput patient, JsonObject metadata) {
  private static final String NAME = "scopes";

  Finding finding() {
    Optional<Set<String>> listed = MetadataCheck.words(metadata, "scopes_supported");
    List<String> missing = new ArrayList<>(patient.scopes());
    missing.removeAll(listed.orElseGet(patient::scopes));
    missing.removeAll(List.of("openid", "profile", "email", "offline_access"));
    if (missing.isEmpty()) {
      return ok(NAME, "The issuer knows the scopes that callers are told to ask for");
    }
    String message =
        "The issuer does not list %s, but %s: add them to the MCP server there, or change %s"
            .formatted(LogSanitizer.of(missing), hint(missing, listed.get()), where(missing));
    // Only Scalekit is known to list all; RFC 8414 allows others not to.
    return patient.settings().deciding().isScalekit()
        ? problem(NAME, message)
        : warning(NAME, message);
  }

  private String hint(List<String> missing, Set<String> listed) {
    boolean caseOnly =
        listed.stream().anyMatch(known -> missing.stream().anyMatch(known::equalsIgnoreCase));
    return caseOnly ? "knows one in other case" : "callers are told to ask for them";
  }

  private String where(List<String> missing) {
    if (missing.equals(List.of(Diagnostics.SCOPE))) {
      return "mcp.admin.enabled";
    }
    return patient.toolScopes().containsAll(missing) ? "@RequiresScope" : "mcp.scopes.default";
  }
}
