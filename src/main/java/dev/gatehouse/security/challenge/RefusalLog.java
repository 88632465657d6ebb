package dev.gatehouse.security.challenge;

import dev.gatehouse.log.LogSanitizer;
import dev.gatehouse.security.caller.VerifiedCaller;
import dev.gatehouse.security.token.InvalidTokenException;
import dev.gatehouse.security.token.InvalidTokenException.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Explains to the operator what callers are told in a word only. */
@ApplicationScoped
public class RefusalLog {
  private static final Logger LOG = System.getLogger(RefusalLog.class.getName());

  private final RefusalThrottle refusals =
      new RefusalThrottle(Clock.systemUTC(), line -> LOG.log(Level.INFO, line));

  /** What was found in a token that was refused for this reason within the last hour. */
  public Optional<String> lately(Reason reason) {
    return refusals.lately(name(reason));
  }

  void token(InvalidTokenException e) {
    refusals.refused(name(e.reason()), e.detail());
  }

  void malformed() {
    refusals.refused("a malformed Authorization header", "");
  }

  void scope(Set<String> needed, Optional<VerifiedCaller> caller) {
    String granted = caller.map(known -> LogSanitizer.of(known.scopes())).orElse("[]");
    String client =
        caller.flatMap(known -> known.token().clientId()).map(LogSanitizer::of).orElse("unknown");
    refusals.refused(
        "a call for its scope",
        "needed are "
            + LogSanitizer.of(needed)
            + ", granted are "
            + granted
            + " to the client "
            + client);
  }

  /** Writes how many were left out in the minute that is over; for every now and then. */
  public void sumUp() {
    refusals.sumUp();
  }

  /** A {@code Host} or {@code Origin} that the setting does not list. */
  public void unwelcome(String header, String value, String setting) {
    refusals.refused(
        "a request for its " + header, LogSanitizer.of(value) + " is not listed in " + setting);
  }

  private static String name(Reason reason) {
    return "a token, " + reason;
  }
}
