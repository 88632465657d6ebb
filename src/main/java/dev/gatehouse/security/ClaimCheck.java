package dev.gatehouse.security;

import dev.gatehouse.config.Settings;
import dev.gatehouse.security.InvalidTokenException.Reason;
import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** The JWT half of a verification: the claims of a token whose signature is good (RFC 7519 §4). */
final class ClaimCheck {
  /** Tools see dates as Long and Instant. */
  private static final BigDecimal LATEST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

  private final Set<String> issuers;
  private final Set<String> audiences;
  private final Duration skew;
  private final Clock clock;

  ClaimCheck(Settings settings, Clock clock) {
    issuers = settings.issuers();
    audiences = settings.audiences();
    skew = settings.clockSkew();
    this.clock = clock;
  }

  void check(BearerToken token) throws InvalidTokenException {
    refuseUnless(issuers.contains(token.issuer()), Reason.WRONG_ISSUER);
    refuseUnless(!token.getAudience().isEmpty(), Reason.MISSING_CLAIM);
    refuseUnless(!Collections.disjoint(audiences, token.getAudience()), Reason.WRONG_AUDIENCE);
    checkTimes(token);
  }

  /** Compared as decimals: NumericDate may have fractions and hostile exponents (RFC 7519 §2). */
  private void checkTimes(BearerToken token) throws InvalidTokenException {
    Instant now = clock.instant();
    BigDecimal latest = BigDecimal.valueOf(now.plus(skew).getEpochSecond());
    BigDecimal earliest = BigDecimal.valueOf(now.minus(skew).getEpochSecond());
    BigDecimal issued = required(token, "iat");
    refuseUnless(required(token, "exp").compareTo(earliest) > 0, Reason.EXPIRED);
    refuseUnless(issued.compareTo(latest) <= 0, Reason.NOT_YET_VALID);
    if (token.json("nbf").isPresent()) {
      refuseUnless(required(token, "nbf").compareTo(latest) <= 0, Reason.NOT_YET_VALID);
    }
  }

  private static BigDecimal required(BearerToken token, String claim) throws InvalidTokenException {
    return token
        .json(claim)
        .flatMap(value -> value instanceof JsonNumber date ? Optional.of(date) : Optional.empty())
        .map(JsonNumber::bigDecimalValue)
        .filter(date -> date.abs().compareTo(LATEST) <= 0)
        .orElseThrow(() -> new InvalidTokenException(Reason.MISSING_CLAIM));
  }

  private static void refuseUnless(boolean condition, Reason reason) throws InvalidTokenException {
    if (!condition) {
      throw new InvalidTokenException(reason);
    }
  }
}
