package dev.gatehouse.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How many letters to add, drop, replace or swap with their neighbour make one text another. */
public final class EditDistance {
  private static final int MOST_CHARACTERS = 200;

  private EditDistance() {}

  /** Which of the names is the nearest to what was written; the first of several. */
  public static Optional<String> nearest(String written, Collection<String> names) {
    return names.stream().sorted().min(Comparator.comparingInt(name -> between(written, name)));
  }

  /** Looks at the first 200 characters of both. */
  static int between(String from, String to) {
    int rows = Math.min(from.length(), MOST_CHARACTERS);
    int columns = Math.min(to.length(), MOST_CHARACTERS);
    int[][] cost = new int[rows + 1][columns + 1];
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, i, j, from, to);
      }
    }
    return cost[rows][columns];
  }

  private static int cheapest(int[][] cost, int i, int j, String from, String to) {
    int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
