package dev.gatehouse.diagnostics;

import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All checks, one after the other; at most six requests, each in bounded time and size. */
final class DiagnosticRun {
  private final DiagnosticInput patient;
  private final ObservedRequests traffic;
  private final Function<Reason, Optional<String>> refusals;
  private final WebProbe web;
  private final Clock clock;

  DiagnosticRun(
      DiagnosticInput patient,
      ObservedRequests traffic,
      Function<Reason, Optional<String>> refusals,
      BoundedHttpClient http,
      Duration limit,
      Clock clock) {
    this.patient = patient;
    this.traffic = traffic;
    this.refusals = refusals;
    this.clock = clock;
    web = new WebProbe(http, limit, clock);
  }

  Report run() {
    List<Finding> found = new ArrayList<>(new SettingsCheck(patient).findings());
    found.addAll(new DataCheck(patient).findings());
    IssuerCheck.Result issuer = new IssuerCheck(patient, web).look();
    found.add(issuer.finding());
    issuer
        .metadata()
        .ifPresent(
            document -> {
              found.addAll(new MetadataCheck(patient, document).findings());
              found.add(new ScopesCheck(patient, document).finding());
            });
    ProbeAnswer keys = web.get(patient.settings().keysUrl(), Map.of());
    found.add(new KeysCheck(patient, keys).finding());
    found.add(ClockCheck.finding(keys, issuer.last()));
    found.addAll(new PublicUrlCheck(patient.settings(), web, traffic).findings());
    found.addAll(new TokensCheck(refusals).findings());
    found.addAll(new TrafficCheck(patient.settings(), traffic).findings());
    return new Report(clock.instant(), found);
  }
}
