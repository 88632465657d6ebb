package dev.gatehouse.mcp.legacy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in which stream of a session an event is; written {@code <stream>-<number>}. */
record EventId(long stream, long number) {
  // Eighteen digits fit a long.
  private static final Pattern WRITTEN =
      Pattern.compile("(0|[1-9][0-9]{0,17})-(0|[1-9][0-9]{0,17})");

  static Optional<EventId> of(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    return matcher.matches()
        ? Optional.of(
            new EventId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return stream + "-" + number;
  }
}
