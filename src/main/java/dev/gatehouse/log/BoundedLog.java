package dev.gatehouse.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * A logger for what callers can bring about again and again: of each kind a few lines a minute, and
 * then one with the number of the others. Of one kind is what has the same level, the same message
 * and an exception of the same type; the messages must be few and ours.
 */
public final class BoundedLog {
  static final int LINES = 5;
  static final int MOST_KINDS = 100;
  // Weak, since a log lives as long as what writes to it.
  private static final Set<BoundedLog> ALL =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final Logger logger;
  private final RateLimitedLines<Kind> lines;

  private record Kind(Level level, String message, String cause) {
    static final Kind OTHER = new Kind(Level.ERROR, "Others", "");

    static Kind of(Level level, String message, Optional<Throwable> cause) {
      return new Kind(level, message, cause.map(thrown -> thrown.getClass().getName()).orElse(""));
    }

    String text() {
      return cause.isEmpty() ? message : message + ", " + cause;
    }
  }

  BoundedLog(Logger logger, Clock clock) {
    this.logger = logger;
    this.lines =
        new RateLimitedLines<>(
            clock,
            new RateLimitedLines.Bounds<>(LINES, MOST_KINDS, kind -> Kind.OTHER),
            this::tellRest);
  }

  /** The log of this class, to be kept as long as something writes to it. */
  public static BoundedLog of(Class<?> type) {
    BoundedLog log = new BoundedLog(System.getLogger(type.getName()), Clock.systemUTC());
    ALL.add(log);
    return log;
  }

  /** Writes a line, or counts it. */
  public void log(Level level, String message) {
    log(level, message, Optional.empty());
  }

  /** Writes a line and the stack trace, or counts them. */
  public void log(Level level, String message, Throwable cause) {
    log(level, message, Optional.of(cause));
  }

  private void log(Level level, String message, Optional<Throwable> cause) {
    if (logger.isLoggable(level)) {
      lines.write(Kind.of(level, message, cause), () -> write(level, message, cause));
    }
  }

  private void write(Level level, String message, Optional<Throwable> cause) {
    cause.ifPresentOrElse(
        thrown -> logger.log(level, message, thrown), () -> logger.log(level, message));
  }

  private void tellRest(RateLimitedLines.Rest<Kind> rest) {
    rest.counts()
        .forEach(
            (kind, count) ->
                logger.log(
                    kind.level(),
                    "%d more since %s: %s".formatted(count, rest.since(), kind.text())));
  }

  /** Writes how much was left out in the minute that is over. */
  void sumUp() {
    lines.sumUp();
  }

  /** The same for all logs of this application; for every now and then. */
  public static void sumUpAll() {
    List<BoundedLog> all;
    synchronized (ALL) {
      all = List.copyOf(ALL);
    }
    all.forEach(BoundedLog::sumUp);
  }
}
