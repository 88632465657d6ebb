package dev.gatehouse.engine.schema;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of {@code java.time}, in the ISO 8601 forms that they print themselves. */
final class TemporalTypes {
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  private static final String TIME = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";
  private static final String AMOUNT = "[-+]?[0-9]+";
  private static final String SECONDS = AMOUNT + "([.,][0-9]{0,9})?[Ss]";
  private static final String CLOCK = "[Tt]" + sequence(AMOUNT + "[Hh]", AMOUNT + "[Mm]", SECONDS);
  private static final String DURATION = "[-+]?[Pp]" + sequence(AMOUNT + "[Dd]", CLOCK);
  private static final String PERIOD =
      "[-+]?[Pp]" + sequence(AMOUNT + "[Yy]", AMOUNT + "[Mm]", AMOUNT + "[Ww]", AMOUNT + "[Dd]");
  private static final String MOMENT = "a date and time with offset such as 2026-11-21T10:15:00Z";

  static final Map<Class<?>, JsonType> ALL =
      Map.ofEntries(
          format(LocalDate.class, "date", "a date such as 2026-11-21", LocalDate::parse),
          format(Instant.class, "date-time", MOMENT, Instant::parse),
          format(Date.class, "date-time", MOMENT, text -> Date.from(Instant.parse(text))),
          format(OffsetDateTime.class, "date-time", MOMENT, OffsetDateTime::parse),
          format(ZonedDateTime.class, "date-time", MOMENT, ZonedDateTime::parse),
          format(
              OffsetTime.class, "time", "a time with offset such as 10:15:00Z", OffsetTime::parse),
          // "format" knows neither fractions nor signs, and a Duration no months.
          pattern(Duration.class, DURATION, "a duration such as PT1H30M", Duration::parse),
          pattern(Period.class, PERIOD, "a period such as P1Y2M3D", Period::parse),
          // RFC 3339, and so "format", knows no time without an offset.
          pattern(LocalTime.class, TIME, "a time such as 10:15:00", LocalTime::parse),
          pattern(
              LocalDateTime.class,
              DATE + "T" + TIME,
              "a date and time without offset such as 2026-11-21T10:15:00",
              LocalDateTime::parse),
          pattern(YearMonth.class, "\\d{4}-\\d{2}", "a month such as 2026-11", YearMonth::parse),
          pattern(MonthDay.class, "--\\d{2}-\\d{2}", "a day such as --11-21", MonthDay::parse),
          Map.entry(ZoneId.class, TextType.plain("a time zone such as Europe/Paris", ZoneId::of)),
          Map.entry(ZoneOffset.class, TextType.plain("an offset such as +02:00", ZoneOffset::of)),
          Map.entry(
              Year.class,
              new IntegerType(
                  NumberRange.of(Year.MIN_VALUE, Year.MAX_VALUE),
                  number -> Year.of(number.intValue()))));

  private TemporalTypes() {}

  /** At least one of the parts, in order; without lookahead, which not all validators have. */
  private static String sequence(String first, String... later) {
    if (later.length == 0) {
      return first;
    }
    String rest = Stream.of(later).map(part -> "(" + part + ")?").collect(Collectors.joining());
    String others = sequence(later[0], Arrays.copyOfRange(later, 1, later.length));
    return "(" + first + rest + "|" + others + ")";
  }

  private static Map.Entry<Class<?>, JsonType> format(
      Class<?> type, String format, String noun, TextType.Parser parser) {
    return Map.entry(type, TextType.format(format, noun, parser));
  }

  private static Map.Entry<Class<?>, JsonType> pattern(
      Class<?> type, String pattern, String noun, TextType.Parser parser) {
    return Map.entry(type, TextType.pattern("^" + pattern + "$", noun, parser));
  }
}
