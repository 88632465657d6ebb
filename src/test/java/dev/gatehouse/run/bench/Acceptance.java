package dev.gatehouse.run.bench;

import static dev.gatehouse.run.bench.Figure.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What a request may cost: ratios within one run, by the lowest of each. */
final class Acceptance {
  private static final double NEAR = 1.1;
  private static final double NEAR_WITH_MUCH_TO_WRITE = 1.5;
  private static final double MOST_KILOBYTES = 40;
  private static final double MOST_OF_ANSWER = 4;
  private static final double MOST_AUDIT = 0.05;
  private static final ToDoubleFunction<Measurement> CPU = Measurement::cpuMillis;
  private static final ToDoubleFunction<Measurement> KILOBYTES = Measurement::allocatedKilobytes;

  private final Results results;
  private final List<Row> rows;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * A condition, what was found, and whether that is within it; not said of what was not measured,
   * or not warm.
   */
  record Finding(String condition, String found, Optional<Boolean> holds) {
    static Finding atMost(double limit, String condition, double found, int digits) {
      return new Finding(
          condition,
          number(found, digits),
          Double.isNaN(found) ? Optional.empty() : Optional.of(found <= limit));
    }

    Finding ifWarm(boolean warm) {
      return warm ? this : new Finding(condition, found, Optional.empty());
    }

    String verdict() {
      return holds
          .map(yes -> yes ? "yes" : "**no**")
          .orElse(found.equals(Figure.NONE) ? "not measured" : "not warm");
    }
  }

  private Acceptance(Results results, List<Row> rows) {
    this.results = results;
    this.rows = rows;
  }

  static List<Finding> of(Results results, List<Row> rows) {
    Acceptance acceptance = new Acceptance(results, rows);
    for (Row row : rows) {
      if (row.subject().isOurs()) {
        acceptance.besideBare(row);
        acceptance.allocation(row);
        acceptance.audit(row);
        acceptance.growth(row);
        acceptance.beside(row, InServer.MANY);
        acceptance.beside(row, InServer.COMPANY);
        acceptance.besideDatabase(row);
      }
    }
    acceptance.besidePeers();
    return List.copyOf(acceptance.findings);
  }

  private void besideBare(Row row) {
    Optional<Row> bare = Row.find(rows, row.subject().name() + InServer.BARE, Era.EARLIER);
    if (bare.isEmpty()) {
      return;
    }
    for (Kind kind : List.of(Kind.GET, Kind.POOL, Kind.TOOLS, Kind.LIST)) {
      ratio(row, bare.get(), kind, kind == Kind.LIST ? NEAR_WITH_MUCH_TO_WRITE : NEAR);
    }
    if (row.era() == Era.MODERN) {
      ratio(row, bare.get(), Kind.NO_TOKEN, NEAR);
      double limit = signature(bare.get());
      findings.add(
          Finding.atMost(
              limit,
              "%s: a bad signature costs at most %s ms more than no token, as much as the signature itself"
                  .formatted(row.subject().name(), number(limit, 3)),
              signature(row),
              3));
    }
  }

  private void ratio(Row row, Row other, Kind kind, double limit) {
    findings.add(
        Finding.atMost(
                limit,
                "%s: %s at most %s × %s"
                    .formatted(row.title(), kind.title, number(limit, 1), other.title()),
                lowest(row, kind, CPU) / lowest(other, kind, CPU),
                2)
            .ifWarm(isWarm(row, kind) && isWarm(other, kind)));
  }

  private double signature(Row row) {
    return lowest(row, Kind.BAD_SIGNATURE, CPU) - lowest(row, Kind.NO_TOKEN, CPU);
  }

  private void allocation(Row row) {
    findings.add(
        Finding.atMost(
            MOST_KILOBYTES,
            row.title() + ": get_todo allocates at most 40 KB",
            lowest(row, Kind.GET, KILOBYTES),
            1));
    findings.add(
        Finding.atMost(
            MOST_OF_ANSWER,
            row.title() + ": list_todos allocates at most 4 × its answer",
            lowest(row, Kind.LIST, KILOBYTES)
                * 1024
                / lowest(row, Kind.LIST, one -> one.driven().bytesPerAnswer()),
            2));
  }

  private void audit(Row row) {
    findings.add(
        Finding.atMost(
                MOST_AUDIT,
                row.title() + ": the audit costs at most 0.05 ms",
                lowest(row, Kind.GET, CPU) - lowest(row, Kind.UNAUDITED, CPU),
                3)
            .ifWarm(isWarm(row, Kind.GET) && isWarm(row, Kind.UNAUDITED)));
  }

  private void growth(Row row) {
    findings.add(
        Finding.atMost(
                NEAR,
                row.title()
                    + ": get_todo at most 1.1 × as much beside todos, sessions and tokens of others",
                lowest(row, Kind.GROWN, CPU) / lowest(row, Kind.GET, CPU),
                2)
            .ifWarm(isWarm(row, Kind.GROWN) && isWarm(row, Kind.GET)));
  }

  // The same tools in another WAR on the same server, in the same era.
  private void beside(Row row, String variant) {
    Row.find(rows, row.subject().name() + variant, row.era())
        .ifPresent(other -> ratio(other, row, Kind.GET, NEAR));
  }

  // What needs no data, where there is a database and where there is none.
  private void besideDatabase(Row row) {
    Optional<Row> without = Row.find(rows, row.subject().name() + InServer.MANY, row.era());
    Row.find(rows, row.subject().name() + InServer.DATABASE, row.era())
        .ifPresent(with -> without.ifPresent(other -> ratio(with, other, Kind.ECHO, NEAR)));
  }

  private void besidePeers() {
    for (Subject peer : List.of(Peer.JAVA_SDK, Peer.QUARKUS)) {
      for (Kind kind : List.of(Kind.GET, Kind.POOL, Kind.LIST, Kind.TOOLS)) {
        Optional<Row> other = Row.find(rows, peer.name(), Era.EARLIER);
        if (other.isPresent()) {
          findings.add(
              Finding.atMost(
                  1,
                  "The best of ours: %s ahead of %s".formatted(kind.title, peer.name()),
                  best(kind) / lowest(other.get(), kind, CPU),
                  2));
        }
      }
    }
  }

  private double best(Kind kind) {
    return rows.stream()
        .filter(row -> row.subject().isOurs())
        .mapToDouble(row -> lowest(row, kind, CPU))
        .filter(found -> !Double.isNaN(found))
        .min()
        .orElse(Double.NaN);
  }

  private boolean isWarm(Row row, Kind kind) {
    Figure jit = row.figure(results, kind, one -> one.used().jitShare());
    return !jit.isThere() || jit.lowest() <= WarmUp.NEARLY_WARM;
  }

  private double lowest(Row row, Kind kind, ToDoubleFunction<Measurement> value) {
    return row.figure(results, kind, value).lowest();
  }
}
