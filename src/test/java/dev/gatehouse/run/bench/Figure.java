package dev.gatehouse.run.bench;

import java.util.Arrays;
import java.util.Locale;

/** The same value in several rounds; of noise, the lowest has least. */
record Figure(double... values) {
  static final String NONE = "–";

  Figure {
    values = values.clone();
    Arrays.sort(values);
  }

  boolean isThere() {
    return values.length > 0;
  }

  double lowest() {
    return isThere() ? values[0] : Double.NaN;
  }

  double highest() {
    return isThere() ? values[values.length - 1] : Double.NaN;
  }

  /** The one in the middle, or between the two in the middle. */
  double median() {
    int half = values.length / 2;
    if (!isThere()) {
      return Double.NaN;
    }
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /** The lowest, and the median in brackets. */
  String text(int digits) {
    return isThere() ? number(lowest(), digits) + " (" + number(median(), digits) + ")" : NONE;
  }

  /** The same where the highest is the best. */
  String textFromHighest(int digits) {
    return isThere() ? number(highest(), digits) + " (" + number(median(), digits) + ")" : NONE;
  }

  /** The lowest by the other's lowest, and the median by the other's median in brackets. */
  String over(Figure other) {
    return isThere() && other.isThere()
        ? "%s (%s)"
            .formatted(number(lowest() / other.lowest(), 2), number(median() / other.median(), 2))
        : NONE;
  }

  static String number(double value, int digits) {
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
