package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.warning;

import dev.gatehouse.config.Settings;
import dev.gatehouse.log.LogSanitizer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the latest requests tell about proxy, registration and welcome. */
record TrafficCheck(Settings settings, ObservedRequests traffic) {
  private static final String PROXY = "proxy";
  private static final String AUDIENCE = "audience";

  List<Finding> findings() {
    return List.of(
        proxy(),
        audience(),
        welcome("Origin", "browsers on that page"),
        welcome("Host", "clients that use that name"));
  }

  private Finding proxy() {
    Optional<ObservedRequests.Arrival> arrival = traffic.arrival();
    if (arrival.isEmpty()) {
      return ok(PROXY, "No request came through mcp.url yet");
    }
    URI url = settings.endpoint();
    ObservedRequests.Arrival seen = arrival.get();
    boolean direct = seen.encrypted() || !url.getScheme().equals("https");
    boolean sameHost = seen.host().toLowerCase(Locale.ROOT).equals(url.getRawAuthority());
    if (seen.forwarded() && settings.trustedProxies().isEmpty()) {
      return warning(
          PROXY,
          "Requests arrive through a proxy that mcp.trusted.proxies does not name, so that all"
              + " clients count as one address: name the proxy's address there");
    }
    return direct || sameHost || seen.forwarded()
        ? ok(PROXY, "Requests arrive with what the proxy should send")
        : warning(
            PROXY,
            "Requests for mcp.url arrive with the Host %s and without X-Forwarded-For or Forwarded:"
                    .formatted(LogSanitizer.of(seen.host()))
                + " let the proxy pass on the Host, and say for whom it forwards");
  }

  /** With a server URL registered, Scalekit puts it into {@code aud} next to the resource id. */
  private Finding audience() {
    Set<String> urls =
        traffic.audiences().stream()
            .filter(name -> name.startsWith("http"))
            .collect(Collectors.toSet());
    return urls.isEmpty() || urls.contains(settings.resource())
        ? ok(AUDIENCE, "Tokens name this server as it names itself, as far as any were seen")
        : warning(
            AUDIENCE,
            "Tokens are issued for %s, but this server is %s: register that with the issuer, or "
                    .formatted(LogSanitizer.of(urls), LogSanitizer.of(settings.resource()))
                + "change mcp.url or mcp.resource; every slash counts");
  }

  private Finding welcome(String header, String whom) {
    String check = header.toLowerCase(Locale.ROOT);
    String setting = "mcp.allowed." + check + "s";
    return traffic
        .refused(header)
        .map(
            value ->
                warning(
                    check,
                    "Requests with the %s %s are refused: add it to %s if %s are welcome"
                        .formatted(header, LogSanitizer.of(value), setting, whom)))
        .orElseGet(() -> ok(check, "No %s was refused".formatted(header)));
  }
}
