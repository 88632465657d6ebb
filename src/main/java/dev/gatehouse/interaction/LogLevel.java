package dev.gatehouse.interaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How severe a log message to the client is; least severe first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5424#section-6.2.1">RFC 5424, 6.2.1</a>
 */
public enum LogLevel {
  DEBUG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  CRITICAL,
  ALERT,
  EMERGENCY;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The level with this wire name, compared exactly. */
  public static Optional<LogLevel> of(String wireName) {
    return Arrays.stream(values()).filter(level -> level.wireName.equals(wireName)).findFirst();
  }

  /** As the protocol writes it: {@code warning}. */
  public String wireName() {
    return wireName;
  }
}
