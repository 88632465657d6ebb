package dev.gatehouse.diagnostics;

import static dev.gatehouse.diagnostics.Finding.ok;
import static dev.gatehouse.diagnostics.Finding.warning;

import dev.gatehouse.diagnostics.ProbeAnswer.Answered;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Compares the issuer's {@code Date} with our clock. */
final class ClockCheck {
  private static final String NAME = "clock";
  private static final Duration MOST = Duration.ofSeconds(30);

  private ClockCheck() {}

  static Finding finding(ProbeAnswer... answers) {
    Optional<Duration> ahead =
        Arrays.stream(answers)
            .filter(Answered.class::isInstance)
            .map(answer -> ((Answered) answer).ahead())
            .flatMap(Optional::stream)
            .findFirst();
    if (ahead.isEmpty()) {
      return ok(NAME, "The issuer does not tell the time");
    }
    return ahead.get().abs().compareTo(MOST) <= 0
        ? ok(NAME, "Our clock agrees with the issuer's")
        : warning(
            NAME,
            "Our clock is %d seconds %s the issuer's: synchronize it (NTP), since tokens are valid "
                    .formatted(
                        ahead.get().abs().toSeconds(),
                        ahead.get().isNegative() ? "ahead of" : "behind")
                + "by it, give or take mp.jwt.verify.clock.skew");
  }
}
