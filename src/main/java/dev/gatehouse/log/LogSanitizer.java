package dev.gatehouse.log;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values from outside, fit for a line that an operator reads: short, printable ASCII only. */
public final class LogSanitizer {
  private static final int MOST_CHARACTERS = 128;
  private static final int MOST_VALUES = 5;

  private LogSanitizer() {}

  /** At most 128 characters and three dots; what is not printable ASCII becomes a question mark. */
  public static String of(String value) {
    String brief = value.substring(0, Math.min(value.length(), MOST_CHARACTERS));
    return brief.replaceAll("[^\\x20-\\x7e]", "?") + (brief.equals(value) ? "" : "...");
  }

  /** At most five of the values, sorted, in brackets. */
  public static String of(Collection<String> values) {
    String more = values.size() > MOST_VALUES ? ", ...]" : "]";
    return values.stream()
        .sorted()
        .limit(MOST_VALUES)
        .map(LogSanitizer::of)
        .collect(Collectors.joining(", ", "[", more));
  }

  /** Without user info, query and fragment, which may hold secrets. */
  public static String of(URI url) {
    String port = url.getPort() == -1 ? "" : ":" + url.getPort();
    String path = Optional.ofNullable(url.getRawPath()).orElse("");
    return of(
        Optional.ofNullable(url.getHost())
            .map(host -> url.getScheme() + "://" + host + port + path)
            .orElse("(no host)"));
  }
}
