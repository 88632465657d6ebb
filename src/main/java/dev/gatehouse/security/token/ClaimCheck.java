package dev.gatehouse.security.token;

import dev.gatehouse.config.DecidingProperties;
import dev.gatehouse.config.Settings;
import dev.gatehouse.log.LogSanitizer;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
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
  private final DecidingProperties deciding;
  private final Duration skew;
  private final Optional<Duration> oldest;
  private final Clock clock;

  ClaimCheck(Settings settings, Clock clock) {
    issuers = settings.issuers();
    audiences = settings.audiences();
    deciding = settings.deciding();
    skew = settings.clockSkew();
    oldest = settings.tokenAge();
    this.clock = clock;
  }

  void check(BearerToken token) throws InvalidTokenException {
    if (!issuers.contains(token.issuer())) {
      throw new InvalidTokenException(
          Reason.WRONG_ISSUER,
          detail("iss", LogSanitizer.of(token.issuer()), issuers, deciding.issuer()));
    }
    Set<String> named = token.getAudience();
    if (named.isEmpty()) {
      throw missing("aud");
    }
    if (Collections.disjoint(audiences, named)) {
      throw new InvalidTokenException(
          Reason.WRONG_AUDIENCE,
          detail("aud", LogSanitizer.of(named), audiences, deciding.audiences()));
    }
    checkTimes(token);
  }

  /** Compared as decimals: NumericDate may have fractions and hostile exponents (RFC 7519 §2). */
  private void checkTimes(BearerToken token) throws InvalidTokenException {
    Instant now = clock.instant();
    BigDecimal latest = BigDecimal.valueOf(now.plus(skew).getEpochSecond());
    BigDecimal earliest = BigDecimal.valueOf(now.minus(skew).getEpochSecond());
    BigDecimal issued = required(token, "iat");
    BigDecimal expires = required(token, "exp");
    refuseUnless(expires.compareTo(earliest) > 0, Reason.EXPIRED, "exp", expires, now);
    refuseUnless(issued.compareTo(latest) <= 0, Reason.NOT_YET_VALID, "iat", issued, now);
    if (oldest.isPresent()) {
      BigDecimal age = BigDecimal.valueOf(oldest.get().toSeconds());
      refuseUnless(issued.add(age).compareTo(earliest) > 0, Reason.TOO_OLD, "iat", issued, now);
    }
    if (token.json("nbf").isPresent()) {
      BigDecimal begins = required(token, "nbf");
      refuseUnless(begins.compareTo(latest) <= 0, Reason.NOT_YET_VALID, "nbf", begins, now);
    }
  }

  private static BigDecimal required(BearerToken token, String claim) throws InvalidTokenException {
    return token
        .json(claim)
        .flatMap(value -> value instanceof JsonNumber date ? Optional.of(date) : Optional.empty())
        .map(JsonNumber::bigDecimalValue)
        .filter(date -> date.abs().compareTo(LATEST) <= 0)
        .orElseThrow(() -> missing(claim));
  }

  private static void refuseUnless(
      boolean condition, Reason reason, String claim, BigDecimal found, Instant now)
      throws InvalidTokenException {
    if (!condition) {
      throw new InvalidTokenException(
          reason,
          claim + " is " + LogSanitizer.of(found.toString()) + ", now is " + now.getEpochSecond());
    }
  }

  private static InvalidTokenException missing(String claim) {
    return new InvalidTokenException(Reason.MISSING_CLAIM, "there is no usable " + claim);
  }

  private static String detail(String claim, String found, Set<String> accepted, String setting) {
    return claim
        + " is "
        + found
        + ", accepted are "
        + LogSanitizer.of(accepted)
        + " by "
        + setting;
  }
}
