package dev.gatehouse.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with gaps: {@code {{name}}} takes text, {@code {{{name}}}} takes HTML. What fills a gap is
 * never read for gaps itself.
 */
record HtmlTemplate(String page) {
  private static final Pattern GAP = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

  /** The template of that name beside this class, with the line ends that browsers see. */
  static String read(String file) {
    try (InputStream in = HtmlTemplate.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** The page; throws an IllegalArgumentException for a gap without a value. */
  String fill(Map<String, String> values) {
    return GAP.matcher(page)
        .replaceAll(
            gap ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(gap.group(1))
                        .map(html -> value(values, html))
                        .orElseGet(() -> escape(value(values, gap.group(2))))));
  }

  private static String value(Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException("Nothing fills {{" + name + "}}"));
  }

  /**
   * Text as HTML that shows it, between tags and in quoted attributes; what HTML has no character
   * for is shown as one that can't be shown.
   */
  static String escape(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> html.append(escape(c)));
    return html.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> isShown(c) ? Character.toString(c) : "\uFFFD";
    };
  }

  private static boolean isShown(int c) {
    return c == '\n'
        || c == '\t'
        || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
  }
}
