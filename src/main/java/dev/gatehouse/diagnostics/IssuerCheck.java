package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.problem;

import dev.gatehouse.diagnostics.ProbeAnswer.Answered;
import dev.gatehouse.diagnostics.ProbeAnswer.Failed;
import dev.gatehouse.log.LogSanitizer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the issuer's metadata where clients look for it. */
final class IssuerCheck {
  static final String NAME = "issuer";
  private static final String RFC_8414 = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private final DiagnosticInput patient;
  private final WebProbe web;

  /** The finding; the metadata if there is any; the last answer whatever it was. */
  record Result(Finding finding, Optional<JsonObject> metadata, ProbeAnswer last) {}

  IssuerCheck(DiagnosticInput patient, WebProbe web) {
    this.patient = patient;
    this.web = web;
  }

  Result look() {
    ProbeAnswer last = new Failed("it was not asked");
    for (URI place : places(patient.issuer())) {
      last = web.get(place, Map.of());
      if (!(last instanceof Answered answered)) {
        break;
      }
      if (answered.status() == 200) {
        return read(answered);
      }
      if (answered.status() != 404) {
        break;
      }
    }
    return new Result(problem(NAME, why(last)), Optional.empty(), last);
  }

  /** RFC 8414 §3.1, the form that Scalekit has always had, and OpenID Connect Discovery §4. */
  static Set<URI> places(String issuer) {
    String base = issuer.replaceFirst("/$", "");
    URI url = URI.create(base);
    String path = url.getRawPath();
    String origin = base.substring(0, base.length() - path.length());
    Set<URI> places = new LinkedHashSet<>();
    places.add(URI.create(origin + RFC_8414 + path));
    places.add(URI.create(base + RFC_8414));
    places.add(URI.create(base + OPENID));
    return places;
  }

  private Result read(Answered answered) {
    Optional<JsonObject> metadata = answered.object();
    Finding finding =
        metadata.isPresent()
            ? ok(NAME, "The issuer shows its metadata")
            : problem(
                NAME,
                "The issuer %s answers with something that is not its metadata: check %s, and "
                        .formatted(issuer(), setting())
                    + "whether a proxy or portal answers in its place");
    return new Result(finding, metadata, answered);
  }

  private String why(ProbeAnswer last) {
    if (last instanceof Failed failed) {
      return "The issuer %s can't be reached, %s: check %s, and the network from here"
          .formatted(issuer(), failed.why(), setting());
    }
    int status = ((Answered) last).status();
    if (status == 404) {
      return "The issuer does not know %s (HTTP 404): check that %s is the id of this MCP server"
              .formatted(issuer(), patient.settings().deciding().audiences())
          + " and %s the environment that it was made in".formatted(setting());
    }
    return "The issuer %s answers HTTP %d when asked for its metadata: check %s"
        .formatted(issuer(), status, setting());
  }

  private String issuer() {
    return LogSanitizer.of(URI.create(patient.issuer()));
  }

  private String setting() {
    return patient.settings().deciding().issuer();
  }
}
