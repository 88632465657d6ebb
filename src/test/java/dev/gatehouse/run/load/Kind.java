package dev.gatehouse.run.load;

import java.util.Set;

/**
 * What is sent, as the page calls it.
 *
 * @param needsData whether it may be refused while the database is away
 * @param expected the statuses that are right
 */
record Kind(String name, boolean needsData, Set<Integer> expected) {
  Kind {
    expected = Set.copyOf(expected);
  }

  /** What a node can answer by itself. */
  static Kind free(String name, Integer... expected) {
    return new Kind(name, false, statuses(expected));
  }

  static Kind data(String name, Integer... expected) {
    return new Kind(name, true, statuses(expected));
  }

  private static Set<Integer> statuses(Integer... expected) {
    return expected.length == 0 ? Set.of(200) : Set.of(expected);
  }
}
