package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.problem;
import static dev.gatehouse.diagnostics.Finding.warning;

import dev.gatehouse.config.Settings;
import dev.gatehouse.diagnostics.ProbeAnswer.Answered;
import dev.gatehouse.diagnostics.ProbeAnswer.Failed;
import dev.gatehouse.log.LogSanitizer;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Goes through the public URL as a client does: metadata (RFC 9728) and challenge (RFC 6750). */
record PublicUrlCheck(Settings settings, WebProbe web, ObservedRequests traffic) {
  private static final String METADATA = "public-url";
  private static final String CHALLENGE = "challenge";
  static final Set<String> NAMES = Set.of(METADATA, CHALLENGE);

  List<Finding> findings() {
    String probeId = UUID.randomUUID().toString();
    traffic.expect(probeId);
    Map<String, String> headers = Map.of(ObservedRequests.PROBE, probeId);
    return List.of(
        metadata(web.get(settings.resourceMetadataUrl(), headers)),
        // Some proxies refuse clients that do not say who they are, which not all clients do.
        challenge(
            web.post(
                settings.endpoint(), Map.of("User-Agent", "", ObservedRequests.PROBE, probeId))));
  }

  private Finding metadata(ProbeAnswer answer) {
    String url = LogSanitizer.of(settings.resourceMetadataUrl());
    if (answer instanceof Failed failed) {
      return unreachable(METADATA, url, failed);
    }
    Answered answered = (Answered) answer;
    Optional<JsonObject> document = answered.object();
    if (answered.status() != 200 || document.isEmpty()) {
      return stranger(METADATA, url, answered);
    }
    String resource = document.get().getString("resource", "");
    return resource.equals(settings.resource())
        ? ok(METADATA, "The metadata can be read through the public URL")
        : problem(
            METADATA,
            "Through %s clients read the metadata of %s instead of %s: check mcp.url, mcp.resource"
                    .formatted(url, LogSanitizer.of(resource), LogSanitizer.of(settings.resource()))
                + " and where the proxy leads to");
  }

  private Finding challenge(ProbeAnswer answer) {
    String url = LogSanitizer.of(settings.endpoint());
    if (answer instanceof Failed failed) {
      return unreachable(CHALLENGE, url, failed);
    }
    Answered answered = (Answered) answer;
    String challenge = answered.header("WWW-Authenticate");
    String expected =
        "resource_metadata=\"" + settings.resourceMetadataUrl().toASCIIString() + "\"";
    if (answered.status() == 401 && challenge.contains(expected)) {
      return ok(CHALLENGE, "A call without a token gets the challenge that leads to the login");
    }
    return answered.status() == 401
        ? problem(
            CHALLENGE,
            "The challenge of %s arrives without %s in WWW-Authenticate, so clients find no login:"
                    .formatted(url, "the metadata of mcp.url")
                + " let the proxy pass that header, and lead to this server only")
        : stranger(CHALLENGE, url, answered);
  }

  private static Finding unreachable(String check, String url, Failed failed) {
    return warning(
        check,
        "From here %s can't be reached, %s: check mcp.url, unless clients do reach it"
            .formatted(url, failed.why()));
  }

  private static Finding stranger(String check, String url, Answered answered) {
    return problem(
        check,
        "%s answers HTTP %d%s: %s"
            .formatted(url, answered.status(), from(answered), remedy(answered)));
  }

  private static String from(Answered answered) {
    String server = answered.header("Server");
    return server.isEmpty() ? "" : " (" + LogSanitizer.of(server) + ")";
  }

  private static String remedy(Answered answered) {
    if (answered.status() / 100 == 3) {
      String place = answered.header("Location");
      return "it redirects to %s, which clients do not follow; set mcp.url to where it is served"
          .formatted(host(place));
    }
    if (answered.body().contains("This Host is not allowed")) {
      return "the Host that the proxy sends has to be listed in mcp.allowed.hosts";
    }
    if (answered.status() == 404) {
      return "check the path in mcp.url, the context root and where the proxy leads to";
    }
    return "check what stands before this server at mcp.url; a firewall or bot protection must let "
        + "clients without a browser pass";
  }

  private static String host(String place) {
    try {
      return LogSanitizer.of(URI.create(place));
    } catch (IllegalArgumentException notAUrl) {
      return "somewhere else";
    }
  }
}
