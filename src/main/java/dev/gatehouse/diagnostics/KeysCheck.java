package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.problem;

import dev.gatehouse.diagnostics.ProbeAnswer.Answered;
import dev.gatehouse.diagnostics.ProbeAnswer.Failed;
import dev.gatehouse.log.LogSanitizer;
import dev.gatehouse.security.jwks.JwksSummary;
import java.util.List;
import java.util.Optional;

/** Whether the issuer publishes a key that can check a token. */
record KeysCheck(DiagnosticInput patient, ProbeAnswer answer) {
  static final String NAME = "keys";

  Finding finding() {
    if (answer instanceof Failed failed) {
      return problem(
          NAME,
          "The keys at %s can't be read, %s: check %s, and the network from here"
              .formatted(url(), failed.why(), setting()));
    }
    Answered answered = (Answered) answer;
    if (answered.status() != 200) {
      return problem(
          NAME,
          "The keys at %s can't be read, HTTP %d: check %s"
              .formatted(url(), answered.status(), setting()));
    }
    List<String> algorithms = patient.settings().algorithms();
    Optional<JwksSummary> keys = JwksSummary.parse(answered.body(), algorithms);
    if (keys.isEmpty()) {
      return problem(
          NAME,
          "What is at %s is no JWK Set: check %s, and whether a proxy or portal answers there"
              .formatted(url(), setting()));
    }
    return keys.get().usable() > 0
        ? ok(NAME, "The issuer has %d keys for %s".formatted(keys.get().usable(), algorithms))
        : none(keys.get());
  }

  private Finding none(JwksSummary keys) {
    return problem(
        NAME,
        keys.all() == 0
            ? "The JWK Set at %s has no key: check %s".formatted(url(), setting())
            : "None of the %d keys at %s is for signatures with %s: check "
                    .formatted(keys.all(), url(), patient.settings().algorithms())
                + "mp.jwt.verify.publickey.algorithm");
  }

  private String url() {
    return LogSanitizer.of(patient.settings().keysUrl());
  }

  private String setting() {
    return patient.settings().deciding().keys();
  }
}
