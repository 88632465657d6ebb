package dev.gatehouse.diagnostics;

import dev.gatehouse.config.Settings;
import dev.gatehouse.database.Database;
import dev.gatehouse.engine.tool.ToolRegistry;
import dev.gatehouse.outbound.BoundedHttpClient;
import dev.gatehouse.platform.ManagedExecutors;
import dev.gatehouse.security.challenge.RefusalLog;
import dev.gatehouse.security.scope.DeclaredScopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Examines this deployment when asked. */
@ApplicationScoped
public class Diagnostics {
  /** What a token must grant to see what was found. */
  public static final String SCOPE = "mcp:admin";

  /** The check that reads the issuer's metadata. */
  public static final String ISSUER = IssuerCheck.NAME;

  /** The check that compares the name in it with the settings. */
  public static final String ISSUER_METADATA = MetadataCheck.ISSUER;

  /** The check that reads the issuer's keys. */
  public static final String KEYS = KeysCheck.NAME;

  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(35);

  private final Clock clock = Clock.systemUTC();
  private final CachedDiagnostics examinations = new CachedDiagnostics(this::examine, clock);
  private final AtomicBoolean refreshing = new AtomicBoolean();
  private ManagedExecutorService executor;

  @Inject Settings settings;
  @Inject DeclaredScopes scopes;
  @Inject ToolRegistry tools;
  @Inject Database database;
  @Inject ObservedRequests traffic;
  @Inject RefusalLog refusals;
  @Inject BoundedHttpClient http;

  @PostConstruct
  void prepare() {
    executor = ManagedExecutors.executor();
  }

  /** What was found last; empty until the first examination is over. */
  public Optional<Report> latest() {
    return examinations.latest();
  }

  /**
   * Whether the issuer called itself what the settings call it when its metadata were read last;
   * that it can't be read now changes nothing.
   */
  public boolean isIssuerConfirmed() {
    return examinations.isIssuerConfirmed();
  }

  /** Looks again in the background, unless that was done within the last ten seconds. */
  public void refresh() {
    if (!examinations.isRecent() && refreshing.compareAndSet(false, true)) {
      executor.execute(
          () -> {
            try {
              examinations.again();
            } finally {
              refreshing.set(false);
            }
          });
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

  /** What is found now, however short the time since the last look. */
  Report again() {
    return examinations.again();
  }

  private Report examine() {
    DiagnosticInput patient =
        new DiagnosticInput(
            settings,
            scopes.supported(),
            scopes.offered(),
            tools.all().size(),
            new DiagnosticInput.Data(database.isPresent(), database.isReady(), database.status()));
    return new DiagnosticRun(patient, traffic, refusals::lately, http, REQUEST_LIMIT, clock).run();
  }
}
