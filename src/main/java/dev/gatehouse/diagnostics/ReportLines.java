package dev.gatehouse.diagnostics;

import dev.gatehouse.diagnostics.Finding.State;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the log says of the looks after a deployment: everything at the first one, which may come
 * before the server has opened its port, and then only what is new.
 */
final class ReportLines {
  private final Set<Line> said = new HashSet<>();

  /** One line of the log. */
  record Line(Level level, String text) {}

  /** The lines of the next look; the last one has the numbers. */
  List<Line> of(Report report, boolean isLast) {
    List<Line> lines = new ArrayList<>();
    report.findings().stream()
        .filter(found -> found.state() != State.OK)
        // The deployment's own WARNING has named them.
        .filter(found -> !found.check().equals(SettingsCheck.UNKNOWN))
        .map(found -> line(found, isLast))
        .filter(said::add)
        .forEach(lines::add);
    if (isLast) {
      lines.add(new Line(Level.INFO, report.summary()));
    } else {
      lines.add(new Line(Level.INFO, "The doctor looks for the public URL again in a moment"));
    }
    return lines;
  }

  // What does not answer as it should may be about to start, but hardly at the last look.
  private static Line line(Finding found, boolean isLast) {
    boolean isProblem =
        PublicUrlCheck.NAMES.contains(found.check()) ? isLast : found.state() == State.PROBLEM;
    Level level = isProblem ? Level.WARNING : Level.INFO;
    return new Line(level, "Doctor, " + found.check() + ": " + found.message());
  }
}
