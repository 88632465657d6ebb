package dev.gatehouse.engine.resource;

import dev.gatehouse.content.ResourceUri;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of URIs with simple variables; matches a URI in one pass.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6570#section-1.2">RFC 6570, level 1</a>
 */
final class UriTemplate {
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
  // RFC 3986, 3.1
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private final String text;
  // One more than there are names: before, between and behind them.
  private final List<String> literals;
  private final Set<String> names;

  private UriTemplate(String text, List<String> literals, Set<String> names) {
    this.text = text;
    this.literals = List.copyOf(literals);
    this.names = names;
  }

  /** Parses a template, or throws an IllegalArgumentException that says what is wrong with it. */
  static UriTemplate parse(String text) {
    List<String> literals = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    Matcher variable = VARIABLE.matcher(text);
    int end = 0;
    while (variable.find()) {
      check(end == 0 || variable.start() > end, "has nothing between two variables", text);
      literals.add(text.substring(end, variable.start()));
      check(names.add(variable.group(1)), "has a variable twice", text);
      end = variable.end();
    }
    literals.add(text.substring(end));
    String sample = String.join("x", literals);
    check(!sample.contains("{") && !sample.contains("}"), "knows only variables as {name}", text);
    check(!names.isEmpty(), "has no variable: make it a @Resource", text);
    check(SCHEME.matcher(literals.get(0)).matches(), "starts with a scheme", text);
    ResourceUri.check(sample);
    return new UriTemplate(text, literals, names);
  }

  private static void check(boolean right, String rule, String text) {
    if (!right) {
      throw new IllegalArgumentException("The URI template " + text + " " + rule);
    }
  }

  /** The variables, in order. */
  Set<String> names() {
    return names;
  }

  /** The same for templates that match the same URIs. */
  String shape() {
    return String.join("{}", literals);
  }

  /** How much of it is fixed: of two templates that match, the one with more is meant. */
  int fixedLength() {
    return literals.stream().mapToInt(String::length).sum();
  }

  /** The decoded values of the variables, if the whole URI is of this form. */
  Optional<Map<String, String>> match(String uri) {
    String last = literals.get(names.size());
    int limit = uri.length() - last.length();
    if (!uri.startsWith(literals.get(0)) || !uri.endsWith(last)) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    int start = literals.get(0).length();
    int next = 1;
    for (String name : names) {
      String behind = literals.get(next);
      int end = next == names.size() ? limit : uri.indexOf(behind, start + 1);
      Optional<String> value =
          start < end && end <= limit
              ? PathSegment.decode(uri.substring(start, end))
              : Optional.empty();
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.put(name, value.get());
      start = end + behind.length();
      next++;
    }
    return Optional.of(values);
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
