package dev.gatehouse.doctor;

import dev.gatehouse.config.Settings;
import dev.gatehouse.doctor.Finding.State;
import dev.gatehouse.security.RefusalLog;
import dev.gatehouse.security.ToolScopes;
import dev.gatehouse.tool.ToolRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Examines this deployment when it has started, and later when asked. */
@ApplicationScoped
public class Doctor {
  /** What a token must grant to see what was found. */
  public static final String SCOPE = "mcp:admin";

  /** The check that reads the issuer's metadata. */
  public static final String ISSUER = IssuerCheck.NAME;

  /** The check that compares the name in it with the settings. */
  public static final String ISSUER_METADATA = MetadataCheck.ISSUER;

  private static final Logger LOG = System.getLogger(Doctor.class.getName());
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(35);

  // A server may open its port long after it has started the application.
  private static final List<Duration> DELAYS =
      List.of(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(45));

  private final Clock clock = Clock.systemUTC();
  private final Examinations examinations = new Examinations(this::examine, clock);
  private volatile Optional<Future<?>> next = Optional.empty();

  @Inject Settings settings;
  @Inject ToolScopes scopes;
  @Inject ToolRegistry tools;
  @Inject Traffic traffic;
  @Inject RefusalLog refusals;
  @Resource ManagedExecutorService executor;
  @Resource ManagedScheduledExecutorService scheduler;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    schedule(0);
  }

  @PreDestroy
  void stop() {
    next.ifPresent(task -> task.cancel(true));
  }

  /** What was found last; empty until the first examination is over. */
  public Optional<Report> latest() {
    return examinations.latest();
  }

  /** Looks again in the background, unless that was done within the last minute. */
  public void refresh() {
    if (!examinations.isFresh()) {
      executor.execute(examinations::current);
    }
  }

  /** What is found now, or was within the last minute; empty if it takes too long to find out. */
  public Optional<Report> current() {
    Future<Report> report = executor.submit(examinations::current);
    try {
      return Optional.of(report.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The doctor failed", failed);
    }
  }

  private Report examine() {
    Patient patient =
        new Patient(settings, scopes.supported(), scopes.offered(), tools.all().size());
    return new Examination(patient, traffic, refusals::lately, scheduler, REQUEST_LIMIT, clock)
        .run();
  }

  // On the executor for long work; the scheduler's threads cut what takes too long.
  private void schedule(int attempt) {
    Runnable task = () -> executor.execute(() -> attempt(attempt));
    next =
        Optional.of(
            scheduler.schedule(task, DELAYS.get(attempt).toMillis(), TimeUnit.MILLISECONDS));
  }

  private void attempt(int attempt) {
    Report report = examinations.again();
    if (report.isReachable() || attempt == DELAYS.size() - 1) {
      log(report);
    } else {
      schedule(attempt + 1);
    }
  }

  private static void log(Report report) {
    for (Finding finding : report.findings()) {
      if (finding.state() != State.OK) {
        Level level = finding.state() == State.PROBLEM ? Level.WARNING : Level.INFO;
        LOG.log(level, "Doctor, " + finding.check() + ": " + finding.message());
      }
    }
    LOG.log(Level.INFO, report.summary());
  }
}
