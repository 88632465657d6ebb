package dev.gatehouse.health;

import dev.gatehouse.database.Database;
import dev.gatehouse.diagnostics.Diagnostics;
import dev.gatehouse.diagnostics.Report;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.security.jwks.KeyStatus;
import dev.gatehouse.security.token.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Ready for callers: their tokens can be checked, the issuer is the one that was meant, and there
 * are tools, and the tables of the database, if there is one, are as they must be. Keys and
 * metadata of before do while the issuer is down; what keeps the node down is looked at again.
 */
@ApplicationScoped
class Readiness {
  @Inject TokenVerifier verifier;
  @Inject Diagnostics doctor;
  @Inject ToolRegistry tools;
  @Inject Database database;

  HealthSnapshot look() {
    boolean confirmed = doctor.isIssuerConfirmed();
    if (!confirmed) {
      doctor.refresh();
    }
    HealthSnapshot served = vitals(verifier.keys(), doctor.latest(), confirmed, tools.all().size());
    return served.and("database", database.isReady(), database.status());
  }

  static HealthSnapshot vitals(
      KeyStatus keys, Optional<Report> report, boolean confirmed, int tools) {
    boolean up = keys.usable() > 0 && report.isPresent() && confirmed && tools > 0;
    return new HealthSnapshot(
        up,
        Map.of(
            "keys", keys(keys),
            "issuer", report.map(found -> issuer(found, confirmed)).orElse("not examined yet"),
            "tools", String.valueOf(tools),
            "doctor", report.map(Report::summary).orElse("not examined yet")));
  }

  private static String keys(KeyStatus keys) {
    if (keys.usable() == 0) {
      return "none, the issuer's can't be read";
    }
    String read = keys.confirmed().map(Instant::toString).orElse("never");
    return keys.usable() + (keys.lastReadingFailed() ? ", cached since " : ", read ") + read;
  }

  private static String issuer(Report report, boolean confirmed) {
    if (report.hasProblem(Diagnostics.ISSUER)) {
      return confirmed
          ? "as configured, its metadata can't be read now"
          : "unknown, its metadata can't be read";
    }
    return confirmed ? "as configured" : "another than configured";
  }
}
