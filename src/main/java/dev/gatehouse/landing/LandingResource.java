package dev.gatehouse.landing;

import dev.gatehouse.config.Settings;
import dev.gatehouse.diagnostics.Diagnostics;
import dev.gatehouse.diagnostics.Report;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.request.CurrentRequest;
import dev.gatehouse.security.jwks.KeyStatus;
import dev.gatehouse.security.scope.DeclaredScopes;
import dev.gatehouse.security.token.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What a person sees who opens the application in a browser. */
@Path(LandingResource.PATH)
@ApplicationScoped
public class LandingResource {
  /** Where the application finds it. */
  public static final String PATH = "dev.gatehouse/landing";

  Optional<LandingPage> page = Optional.empty();

  @Inject Diagnostics doctor;
  @Inject TokenVerifier verifier;
  @Inject ToolRegistry tools;
  @Inject CurrentRequest request;

  @Inject
  void prepare(Settings settings, ToolRegistry tools, DeclaredScopes scopes) {
    if (settings.landingEnabled()) {
      var shown = tools.all().stream().map(tool -> ToolSummary.of(tool, scopes)).toList();
      page = Optional.of(LandingPage.of(settings, shown));
    }
  }

  /** The page, made at deployment; 404 if it is switched off. */
  @GET
  @Produces("text/html;charset=UTF-8")
  public Response get() {
    request.headers();
    LandingPage shown = page.orElseThrow(NotFoundException::new);
    boolean ready = isReady(verifier.knownKeys(), doctor.latest(), tools.all().size());
    byte[] body = ready ? shown.ready() : shown.waiting();
    return Response.ok(body)
        .header("Content-Security-Policy", shown.policy())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Frame-Options", "DENY")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_LENGTH, body.length)
        .build();
  }

  /**
   * From what is known, since a stranger must not make this node ask others: keys that calls or
   * probes have needed, else those that the doctor saw.
   */
  static boolean isReady(KeyStatus keys, Optional<Report> report, int tools) {
    return tools > 0
        && report.filter(found -> !found.hasProblem(Diagnostics.ISSUER_METADATA)).isPresent()
        && (keys.usable() > 0 || !report.get().hasProblem(Diagnostics.KEYS));
  }
}
