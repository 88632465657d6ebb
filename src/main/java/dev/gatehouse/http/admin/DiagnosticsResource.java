package dev.gatehouse.http.admin;

import dev.gatehouse.diagnostics.Diagnostics;
import dev.gatehouse.diagnostics.Finding;
import dev.gatehouse.diagnostics.Report;
import dev.gatehouse.http.JsonResponses;
import dev.gatehouse.http.McpResource;
import dev.gatehouse.json.Json;
import dev.gatehouse.request.CurrentRequest;
import dev.gatehouse.security.Caller;
import dev.gatehouse.security.challenge.Authenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** What the doctor finds, for holders of a token with the scope {@code mcp:admin}. */
@Path(DiagnosticsResource.PATH)
@Administrative
@Authenticated
@ApplicationScoped
public class DiagnosticsResource {
  /** Where the application finds it. */
  public static final String PATH = McpResource.INSIDE + "doctor";

  @Inject Caller caller;
  @Inject Diagnostics doctor;
  @Inject CurrentRequest request;

  /** JSON; found less than a minute ago. */
  @GET
  public Response report() {
    request.headers();
    caller.requireScope(Diagnostics.SCOPE);
    return doctor
        .current()
        .map(report -> JsonResponses.of(200, json(report)))
        .orElseGet(() -> JsonResponses.error(503, "The examination takes long; try again"));
  }

  private static JsonObject json(Report report) {
    var findings = Json.createArrayBuilder();
    report.findings().forEach(finding -> findings.add(json(finding)));
    return Json.createObjectBuilder()
        .add("time", report.at().toString())
        .add("summary", report.summary())
        .add("findings", findings)
        .build();
  }

  private static JsonObject json(Finding finding) {
    return Json.createObjectBuilder()
        .add("check", finding.check())
        .add("state", finding.state().name().toLowerCase(Locale.ROOT))
        .add("message", finding.message())
        .build();
  }
}
