package dev.gatehouse.run.bench;

import java.util.List;
import java.util.Set;

/**
 * What {@code -Dbench.*} says.
 *
 * @param seconds of each case
 * @param warmUp seconds that each case has at most to get warm, in each round
 * @param only the names of those to measure; none for all
 * @param tokens how many the pool has
 * @param others how many todos others have in the end, and a tenth of it in sessions
 * @param inner whether JMH measures the inner parts
 */
record Options(
    int rounds,
    double seconds,
    double warmUp,
    Set<String> only,
    int tokens,
    int others,
    boolean inner) {

  static Options ofSystem() {
    String only = System.getProperty("bench.only", "");
    return new Options(
        Integer.getInteger("bench.rounds", 2),
        number("bench.seconds", 3),
        number("bench.warmup", 9),
        only.isBlank() ? Set.of() : Set.of(only.split("[ ,]+")),
        Integer.getInteger("bench.tokens", 20_000),
        Integer.getInteger("bench.others", 100_000),
        Boolean.parseBoolean(System.getProperty("bench.inner", "true")));
  }

  private static double number(String name, double usual) {
    return Double.parseDouble(System.getProperty(name, String.valueOf(usual)));
  }

  /** Too short for figures that mean anything. */
  boolean isShort() {
    return rounds < 2 || seconds < 3 || warmUp < 9;
  }

  List<Subject> subjects() {
    List<Subject> wanted =
        Subject.all().stream()
            .filter(subject -> only.isEmpty() || only.contains(subject.name()))
            .toList();
    if (wanted.size() < only.size()) {
      throw new IllegalArgumentException(
          only + ": there are only " + Subject.all().stream().map(Subject::name).toList());
    }
    return wanted;
  }
}
