package dev.gatehouse.interaction;

import jakarta.json.JsonObject;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text in a form looks like.
 *
 * @see <a
 *     href="https://json-schema.org/draft/2020-12/json-schema-validation#name-defined-formats">JSON
 *     Schema formats</a>
 */
public enum TextFormat {
  /** Local part and domain; what is delivered, only mail can tell. */
  EMAIL("email") {
    @Override
    boolean fits(String text) {
      return text.length() <= 320 && MAIL.matcher(text).matches();
    }
  },
  /** Absolute (RFC 3986). */
  URI("uri") {
    @Override
    boolean fits(String text) {
      try {
        return new java.net.URI(text).isAbsolute() && text.chars().allMatch(c -> c < 128);
      } catch (URISyntaxException e) {
        return false;
      }
    }
  },
  /** {@code 2026-07-28} (RFC 3339). */
  DATE("date") {
    @Override
    boolean fits(String text) {
      try {
        return text.length() == 10 && LocalDate.parse(text).getYear() >= 0;
      } catch (DateTimeException e) {
        return false;
      }
    }
  },
  /** {@code 2026-07-28T12:00:00Z} or with an offset (RFC 3339). */
  DATE_TIME("date-time") {
    @Override
    boolean fits(String text) {
      try {
        return TIME.matcher(text).matches() && OffsetDateTime.parse(text).getYear() >= 0;
      } catch (DateTimeException e) {
        return false;
      }
    }
  };

  private static final Pattern MAIL =
      Pattern.compile("[^\\s@\"(),:;<>\\[\\\\\\]]++@[\\p{L}\\p{N}-]++(\\.[\\p{L}\\p{N}-]++)*+");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

  private final String wireName;

  TextFormat(String wireName) {
    this.wireName = wireName;
  }

  static Optional<TextFormat> in(JsonObject schema) {
    String name = schema.getString("format", "");
    return Arrays.stream(values()).filter(format -> format.wireName.equals(name)).findFirst();
  }

  abstract boolean fits(String text);

  /** As JSON Schema writes it: {@code date-time}. */
  public String wireName() {
    return wireName;
  }
}
