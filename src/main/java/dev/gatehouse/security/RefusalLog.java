package dev.gatehouse.security;

import dev.gatehouse.security.InvalidTokenException.Reason;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Explains to the operator what callers are told in a word only. */
@ApplicationScoped
public class RefusalLog {
  private static final Logger LOG = System.getLogger(RefusalLog.class.getName());

  private final Refusals refusals =
      new Refusals(Clock.systemUTC(), line -> LOG.log(Level.INFO, line));
  private ScheduledFuture<?> task;

  @Resource ManagedScheduledExecutorService scheduler;

  @PostConstruct
  void start() {
    long period = Refusals.MINUTE.toMillis();
    task = scheduler.scheduleAtFixedRate(refusals::tick, period, period, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    task.cancel(true);
  }

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

  void scope(Set<String> needed, Optional<Identity> caller) {
    String granted = caller.map(known -> Excerpt.of(known.scopes())).orElse("[]");
    String client =
        caller.flatMap(known -> known.token().clientId()).map(Excerpt::of).orElse("unknown");
    refusals.refused(
        "a call for its scope",
        "needed are "
            + Excerpt.of(needed)
            + ", granted are "
            + granted
            + " to the client "
            + client);
  }

  private static String name(Reason reason) {
    return "a token, " + reason;
  }
}
