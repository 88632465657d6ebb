package dev.gatehouse.json;

/**
 * What a text looks like before a parser sees it, which may recurse until the stack ends, or stop
 * after the first value.
 */
public enum JsonShape {
  /** One value at most, as far as brackets tell. */
  SINGLE,
  /** Goes on after its object or array. */
  CONTINUED,
  /** Nests deeper than it may. */
  DEEP;

  // RFC 8259, 2: these four and no others.
  private static final String WHITESPACE = " \t\n\r";

  /** That of a text, which may nest as deep as this. */
  public static JsonShape of(String text, int deepest) {
    int depth = 0;
    boolean quoted = false;
    boolean ended = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (ended && WHITESPACE.indexOf(c) < 0) {
        return CONTINUED;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        ended = depth <= 0;
      }
      if (depth > deepest) {
        return DEEP;
      }
    }
    return SINGLE;
  }
}
