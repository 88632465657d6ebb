package dev.gatehouse.run.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** One server and how its clients speak, as a row of a table. */
record Row(Subject subject, Era era) {

  /** All of them. */
  static List<Row> of(List<Subject> subjects) {
    List<Row> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      subject.eras().forEach(era -> rows.add(new Row(subject, era)));
    }
    return rows;
  }

  /** By its name, in the older era unless it is told otherwise. */
  static Optional<Row> find(List<Row> rows, String name, Era era) {
    return rows.stream()
        .filter(row -> row.subject.name().equals(name) && row.era == era)
        .findFirst();
  }

  String title() {
    return subject.eras().size() == 1 ? subject.name() : subject.name() + ", " + era.version;
  }

  /** To a peer, or to what JAX-RS does on the same server. */
  boolean isComparable(Row other) {
    return other.subject instanceof Peer
        || other.subject.name().equals(subject.name() + InServer.BARE);
  }

  Figure figure(Results results, Kind kind, ToDoubleFunction<Measurement> value) {
    // What is refused is measured once.
    Era measured = kind.isRefused() ? subject.eras().get(0) : era;
    return results.of(subject.name(), new Case(kind, measured), value);
  }
}
