package dev.gatehouse.json;

import java.util.HexFormat;

/**
 * How a character stands in a string that can't hold it as it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, 7</a>
 */
public final class JsonEscape {
  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String LETTERS = "\"\\bfnrt";
  private static final HexFormat HEX = HexFormat.of();

  private JsonEscape() {}

  /** With a letter where there is one, else with four hexadecimal digits. */
  public static String of(char c) {
    int known = ESCAPED.indexOf(c);
    return known >= 0 ? "\\" + LETTERS.charAt(known) : "\\u" + HEX.toHexDigits(c);
  }
}
