package dev.gatehouse.run.bench;

import static dev.gatehouse.run.bench.Figure.number;

import dev.gatehouse.run.bench.Acceptance.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** The page of the last run, with its chart. */
final class PerformancePage {
  private static final List<Kind> KINDS = Kind.SHOWN;

  private final Results results;
  private final Options options;
  private final List<Row> rows;
  private StringBuilder text = new StringBuilder();

  PerformancePage(Results results, Options options) {
    this.results = results;
    this.options = options;
    rows = Row.of(options.subjects());
  }

  void write(Path folder, List<String> inner) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("performance.svg"), new BarChart(results, rows).svg());
    Files.writeString(folder.resolve("performance.md"), text(inner));
  }

  private String text(List<String> inner) throws IOException {
    text = new StringBuilder();
    line(PageText.HEAD);
    run();
    line("## CPU of a request\n\n![CPU of a request](performance.svg)\n");
    line(PageText.CPU);
    table((row, kind) -> cpu(row, kind).text(3) + coldMark(row, kind));
    ratios();
    acceptance();
    line("\n## What a request allocates, in KB\n");
    table((row, kind) -> row.figure(results, kind, Measurement::allocatedKilobytes).text(1));
    line("\n## Requests per second\n\nThe highest (median).\n");
    table(
        (row, kind) ->
            row.figure(results, kind, one -> one.driven().perSecond()).textFromHighest(0));
    line("\n## Latency in ms, p50 / p99\n");
    table((row, kind) -> latency(row, kind, 0.5) + " / " + latency(row, kind, 0.99));
    line("\n## Start and memory\n\n" + PageText.START);
    starts();
    line("\n## How warm and how quiet it was\n\n" + PageText.WARMTH);
    warmth();
    wrong();
    line("\n## The inner parts\n\n" + PageText.INNER);
    inner.forEach(this::line);
    return text.toString();
  }

  private void run() throws IOException {
    line("**Run** on %s: %s.\n".formatted(LocalDate.now(), Machine.text()));
    line(
        "Rounds: %d, with %s seconds for each case, at most %s seconds to get it warm, %d connections, %d tokens in the pool, %d todos of others.%s\n"
            .formatted(
                options.rounds(),
                number(options.seconds(), 1),
                number(options.warmUp(), 0),
                ClosedLoop.CONNECTIONS,
                options.tokens(),
                options.others(),
                options.isShort() ? PageText.SHORT : ""));
    line("| | |\n|---|---|");
    for (Subject subject : options.subjects()) {
      line("| %s | %s |".formatted(subject.name(), subject.title()));
    }
    line("");
  }

  private void table(BiFunction<Row, Kind, String> cell) {
    line(head("", KINDS.stream().map(kind -> kind.title).toList()));
    for (Row row : rows) {
      line(cells(row.title(), KINDS.stream().map(kind -> cell.apply(row, kind)).toList()));
    }
  }

  private void ratios() {
    List<Row> others = rows.stream().filter(row -> !row.subject().isOurs()).toList();
    List<Row> ours = rows.stream().filter(row -> row.subject().isOurs()).toList();
    if (others.isEmpty() || ours.isEmpty()) {
      return;
    }
    line("\n## Beside each other one\n\n" + PageText.RATIOS);
    line(head("", KINDS.stream().map(kind -> kind.title).toList()));
    for (Row row : ours) {
      for (Row other : others.stream().filter(row::isComparable).toList()) {
        line(
            cells(
                row.title() + " / " + other.title(),
                KINDS.stream().map(kind -> cpu(row, kind).over(cpu(other, kind))).toList()));
      }
    }
  }

  private String coldMark(Row row, Kind kind) {
    Figure jit = row.figure(results, kind, one -> one.used().jitShare());
    return jit.isThere() && jit.lowest() > WarmUp.NEARLY_WARM ? " \\*" : "";
  }

  private Figure cpu(Row row, Kind kind) {
    return row.figure(results, kind, Measurement::cpuMillis);
  }

  private void acceptance() {
    line("\n## What is wanted\n\n" + PageText.WANTED);
    line("| | Condition | Found |\n|---|---|---:|");
    for (Finding finding : Acceptance.of(results, rows)) {
      line(
          "| %s | %s | %s |"
              .formatted(
                  options.isShort() ? "too short" : finding.verdict(),
                  finding.condition(),
                  finding.found()));
    }
  }

  private String latency(Row row, Kind kind, double part) {
    return row.figure(results, kind, one -> one.driven().millis(part)).text(1);
  }

  private void starts() {
    line(head("", List.of("Start, s", "RSS, MB")));
    for (Subject subject : options.subjects()) {
      line(
          cells(
              subject.name(),
              List.of(
                  life(subject, Life::startSeconds).text(1),
                  life(subject, Life::residentMegabytes).text(0))));
    }
  }

  private void warmth() {
    line(
        head(
            "",
            List.of(
                "Warm-up, s",
                "JIT at its end, %",
                "JIT while measured, highest %",
                "Calibration, ms: lowest, median, highest")));
    for (Subject subject : options.subjects()) {
      Figure jit = results.ofAll(subject.name(), one -> 100 * one.used().jitShare());
      Figure loop = results.ofAll(subject.name(), Measurement::calibration);
      line(
          cells(
              subject.name(),
              List.of(
                  life(subject, Life::warmUpSeconds).text(0),
                  life(subject, life -> 100 * life.jitShare()).text(1),
                  number(jit.highest(), 1),
                  "%s, %s, %s"
                      .formatted(
                          number(loop.lowest(), 1),
                          number(loop.median(), 1),
                          number(loop.highest(), 1)))));
    }
  }

  private Figure life(Subject subject, ToDoubleFunction<Life> value) {
    return results.ofLife(subject.name(), value);
  }

  private void wrong() {
    long answers = results.measurements().stream().mapToLong(one -> one.driven().right()).sum();
    line("\n%d answers were right.".formatted(answers));
    for (Measurement one : results.measurements()) {
      if (!one.driven().isGood()) {
        line(
            "\n%s, %s, %s, round %d: %d answers were wrong and %d connections broke, so it is left out."
                .formatted(
                    one.subject(),
                    one.what().kind().title,
                    one.what().era().version,
                    one.round(),
                    one.driven().wrong(),
                    one.driven().broken()));
      }
    }
  }

  private static String head(String first, List<String> columns) {
    return cells(first, columns) + "\n|---" + "|---:".repeat(columns.size()) + "|";
  }

  private static String cells(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return "| " + String.join(" | ", all) + " |";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
