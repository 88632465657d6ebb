package dev.gatehouse.health;

import dev.gatehouse.doctor.Doctor;
import dev.gatehouse.doctor.Report;
import dev.gatehouse.security.KnownKeys;
import dev.gatehouse.security.TokenVerifier;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Ready for callers: their tokens can be checked, the issuer is the one that was meant, and there
 * are tools. Keys of before do while the issuer is down.
 */
@ApplicationScoped
class Readiness {
  @Inject TokenVerifier verifier;
  @Inject Doctor doctor;
  @Inject ToolRegistry tools;

  Vitals look() {
    Optional<Report> report = doctor.latest();
    if (report.isEmpty() || report.get().hasProblem(Doctor.ISSUER)) {
      doctor.refresh();
    }
    return vitals(verifier.keys(), report, tools.all().size());
  }

  static Vitals vitals(KnownKeys keys, Optional<Report> report, int tools) {
    boolean differs = report.filter(found -> found.hasProblem(Doctor.ISSUER_METADATA)).isPresent();
    boolean up = keys.usable() > 0 && report.isPresent() && !differs && tools > 0;
    return new Vitals(
        up,
        Map.of(
            "keys", keys(keys),
            "issuer", report.map(Readiness::issuer).orElse("not examined yet"),
            "tools", String.valueOf(tools),
            "doctor", report.map(Report::summary).orElse("not examined yet")));
  }

  private static String keys(KnownKeys keys) {
    if (keys.usable() == 0) {
      return "none, the issuer's can't be read";
    }
    String read = keys.confirmed().map(Instant::toString).orElse("never");
    return keys.usable() + (keys.lastReadingFailed() ? ", cached since " : ", read ") + read;
  }

  private static String issuer(Report report) {
    if (report.hasProblem(Doctor.ISSUER)) {
      return "unknown, its metadata can't be read";
    }
    return report.hasProblem(Doctor.ISSUER_METADATA) ? "another than configured" : "as configured";
  }
}
