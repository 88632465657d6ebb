package dev.gatehouse.run.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All measurements of a run, and what follows from them. */
final class Results {
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Life> lives = new ArrayList<>();

  void add(Life life, List<Measurement> more) {
    lives.add(life);
    measurements.addAll(more);
  }

  List<Measurement> measurements() {
    return List.copyOf(measurements);
  }

  /** What was measured of one case of one server, in all rounds, if every answer was right. */
  Figure of(String subject, Case what, ToDoubleFunction<Measurement> value) {
    return new Figure(
        measurements.stream()
            .filter(one -> one.subject().equals(subject) && one.what().equals(what))
            .filter(one -> one.driven().isGood())
            .mapToDouble(value)
            .toArray());
  }

  /** The same of the life of a server. */
  Figure ofLife(String subject, ToDoubleFunction<Life> value) {
    return new Figure(
        lives.stream().filter(life -> life.subject().equals(subject)).mapToDouble(value).toArray());
  }

  /** Of all cases of a server; of all servers, if it has no name. */
  Figure ofAll(String subject, ToDoubleFunction<Measurement> value) {
    return new Figure(
        measurements.stream()
            .filter(one -> subject.isEmpty() || one.subject().equals(subject))
            .mapToDouble(value)
            .toArray());
  }
}
