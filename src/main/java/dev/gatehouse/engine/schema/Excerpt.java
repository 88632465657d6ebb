package dev.gatehouse.engine.schema;

import java.util.regex.Pattern;

/** Text from outside, fit to be repeated in a message or a log line. */
final class Excerpt {
  private static final int LONGEST = 64;
  // Also what turns a line around or ends it, and halves of surrogate pairs, which have no UTF-8.
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  private Excerpt() {}

  static String of(String text) {
    return text.length() <= LONGEST
        ? printable(text)
        : printable(text.substring(0, LONGEST - 1)) + "…";
  }

  /** The last of it. */
  static String end(String text, int longest) {
    return text.length() <= longest
        ? text
        : "…" + printable(text.substring(text.length() - longest + 1));
  }

  private static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ");
  }
}
