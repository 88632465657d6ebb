package dev.gatehouse.http.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether Jakarta REST will be able to read the media types of a request. What it can't read, some
 * servers answer in HTML, and others with a stack trace in their log.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1">RFC 9110, 8.3.1</a>
 */
final class MediaTypeSyntax {
  private static final int MOST_CHARACTERS = 1000;
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final String QUOTED = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";
  private static final String PARAMETERS =
      "(?:[ \t]*+;[ \t]*+(?:%s[ \t]*+=[ \t]*+(?:%s|%s))?+)*+".formatted(TOKEN, TOKEN, QUOTED);
  private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS);
  // Java's own client sends a lone asterisk.
  private static final Pattern RANGE = Pattern.compile("(?:%s|[*]%s)?".formatted(TYPE, PARAMETERS));

  private static final KnownFields TYPES = new KnownFields(type -> matches(TYPE, type));
  private static final KnownFields RANGES =
      new KnownFields(field -> entries(field).stream().allMatch(entry -> matches(RANGE, entry)));

  private MediaTypeSyntax() {}

  static boolean isReadable(Optional<String> contentType, List<String> accept) {
    return contentType.filter(type -> !TYPES.pass(type)).isEmpty()
        && accept.stream().allMatch(RANGES::pass);
  }

  private static boolean matches(Pattern pattern, String text) {
    return text.length() <= MOST_CHARACTERS && pattern.matcher(text.strip()).matches();
  }

  // A comma between quotes separates nothing.
  private static List<String> entries(String field) {
    List<String> entries = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        entries.add(field.substring(start, i));
        start = i + 1;
      }
    }
    entries.add(field.substring(start));
    return entries;
  }
}
