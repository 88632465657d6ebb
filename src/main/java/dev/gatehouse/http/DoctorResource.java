package dev.gatehouse.http;

import dev.gatehouse.doctor.Doctor;
import dev.gatehouse.doctor.Finding;
import dev.gatehouse.doctor.Report;
import dev.gatehouse.security.Authenticated;
import dev.gatehouse.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** What the doctor finds, for holders of a token with the scope {@code mcp:admin}. */
@Path("/admin/doctor")
@Administrative
@Authenticated
@ApplicationScoped
public class DoctorResource {
  @Inject Caller caller;
  @Inject Doctor doctor;

  /** JSON; found less than a minute ago. */
  @GET
  public Response report() {
    caller.requireScope(Doctor.SCOPE);
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
