package dev.gatehouse.support.standin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML with gaps such as {@code {client}}; what fills a gap is never looked at for gaps again. */
final class Template {
  private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

  private final String source;
  private final Map<String, String> fillings;

  Template(String source) {
    this(source, Map.of());
  }

  private Template(String source, Map<String, String> fillings) {
    this.source = source;
    this.fillings = fillings;
  }

  Template text(String gap, String text) {
    return markup(gap, escaped(text));
  }

  Template markup(String gap, String markup) {
    var more = new LinkedHashMap<>(fillings);
    more.put(gap, markup);
    return new Template(source, more);
  }

  String html() {
    return GAP.matcher(source)
        .replaceAll(gap -> Matcher.quoteReplacement(fillings.getOrDefault(gap.group(1), "")));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
